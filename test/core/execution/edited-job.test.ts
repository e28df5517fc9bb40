import { findCodexRuns, parseWorkflow, type CodexRun, type Workflow } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { diagnose } from "../../../packages/core/src/findings/diagnose.js";
import { applyEdits, type TextEdit } from "../../../packages/core/src/text/index.js";
import { editedWorkflow } from "../../../packages/core/src/workflow/index.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { workflow } from "../../support/workflow.js";

/** What a run depends on, without source locations. */
function contentOf({ configPath, config, args, codexVersion, awfVersion, variables }: CodexRun): unknown {
  const texts = config.map((content) =>
    content?.map((part) => (part.kind === "known" ? part.expanded.text.text : part.what)),
  );
  return { configPath, texts, args, codexVersion, awfVersion, variables: [...variables].sort() };
}

/** Expects the same runs from each edit of an analyzed workflow as from an analysis of the edited text. */
function expectSameRuns(text: string, edits: readonly (readonly TextEdit[])[]): void {
  const before: Workflow = parseWorkflow(text);
  expect(findCodexRuns(before).length).toBeGreaterThan(0);
  for (const edit of edits) {
    const fresh = findCodexRuns(parseWorkflow(applyEdits(text, edit)));
    expect(findCodexRuns(editedWorkflow(before, edit)).map(contentOf)).toEqual(fresh.map(contentOf));
  }
}

function replacing(text: string, part: string, replacement: string): readonly TextEdit[] {
  const start = text.indexOf(part);
  if (start === -1) throw new Error(`${part} is not there.`);
  return [{ start, end: start + part.length, text: replacement }];
}

test.each(Object.keys(generations) as Compiler[])(
  "each fix of a lock file of gh-aw %s gives the same runs as a new analysis",
  (compiler) => {
    const text = lockFile({ compiler });
    expectSameRuns(
      text,
      diagnose(text, { outcomes: ["direct"] }).flatMap(({ fix, suggestions }) => [
        ...(fix ? [fix] : []),
        ...suggestions.map(({ edits }) => edits),
      ]),
    );
  },
);

test("edits of early and late steps of a job give the same runs as a new analysis", () => {
  const text = workflow({
    header: {},
    jobs: {
      agent: [
        { name: "First", run: `mkdir -p /tmp/c\necho "NAME=first" >> "$GITHUB_ENV"\n` },
        {
          name: "Maybe",
          run: `if [ -n "$GITHUB_ACTOR" ]; then echo 'model = "a"' > /tmp/c/config.toml; fi\n`,
        },
        { name: "Codex", run: `echo "# $NAME codex" >> /tmp/c/config.toml\n` },
        { name: "More", run: `echo "# more codex" >> /tmp/c/config.toml\n` },
        {
          name: "Start",
          env: { CODEX_HOME: "/tmp/c" },
          run: `awf --enable-api-proxy --env-all -- codex exec "$NAME"\n`,
        },
      ],
    },
  });
  expectSameRuns(text, [
    replacing(text, "exec", "exec --full-auto"),
    replacing(text, "# more codex", "# less codex"),
    replacing(text, "# $NAME codex", "# codex"),
    replacing(text, "NAME=first", "NAME=second"),
    replacing(text, `'model = "a"'`, `'model = "b"'`),
    replacing(text, "# more codex", "# other codex"),
  ]);
});
