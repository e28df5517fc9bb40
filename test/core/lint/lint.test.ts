import { lint } from "@gh-aw-lint/core";
import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { generations, type Compiler } from "../../support/generations.js";
import { verify } from "../../support/linter.js";
import { lockFile } from "../../support/lock-file.js";
import { repositoryOf } from "../../support/repository.js";
import { providerBlock } from "../../support/toml.js";

const compilers = Object.keys(generations) as Compiler[];

test.each(compilers)("lint has the same findings as ESLint with all rules for a file of %s", (compiler) => {
  const text = lockFile({ compiler });
  const found = lint(text).map(({ ruleId, severity, messageId, message, span, fix }) => ({
    ruleId: `gh-aw/${ruleId}`,
    severity: severity === "error" ? 2 : 1,
    messageId,
    message,
    line: text.slice(0, span.start).split("\n").length,
    isFixed: fix !== undefined,
  }));
  const byEslint = verify(text, ghAw.configs.strict).map(
    ({ ruleId, severity, messageId, message, line, fix }) => ({
      ruleId,
      severity,
      messageId,
      message,
      line,
      isFixed: fix !== undefined,
    }),
  );
  expect(new Set(found)).toEqual(new Set(byEslint));
});

test("lint returns each finding with its message, data, and fix", () => {
  const [found] = lint(lockFile({ toml: providerBlock.replace('name = "OpenAI AWF proxy"\n', "") }));
  expect(found).toMatchObject({
    ruleId: "codex-config-refused",
    severity: "error",
    messageId: "missingName",
    message: expect.stringMatching(
      /^Provider `openai-proxy` has no `name`, so Codex \(.*\) in job `agent` stops/,
    ) as unknown,
    data: { job: "agent", provider: "openai-proxy", remedy: "Add a `name`." },
    suggestions: [],
  });
  expect(found?.fix).toHaveLength(1);
});

test("lint compares a file with its source if it has access to the repository", () => {
  const source = "---\non: push\nengine: codex\n---\nDo it.\n";
  const lock = lockFile().replace("agent_id", 'frontmatter_hash":"0123","agent_id');
  const repository = repositoryOf({ ".github/workflows/a.md": source, ".github/workflows/a.lock.yml": lock });
  const rules = (path: string, text: string): string[] =>
    lint(text, { path, repository }).map(({ ruleId }) => ruleId);
  expect(rules(".github/workflows/a.md", source)).toEqual(["codex-source", "stale-lock"]);
  expect(rules(".github/workflows/a.lock.yml", lock)).toContain("codex-websocket-401");
});

test("lint has no findings in a file that cannot run Codex", () => {
  expect(lint("on: push\n")).toEqual([]);
});
