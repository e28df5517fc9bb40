import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type TextEdit } from "../../../packages/core/src/text/index.js";
import { diagnose } from "../../../packages/core/src/findings/diagnose.js";
import { parseWorkflow } from "../../../packages/core/src/workflow/parse-workflow.js";
import { editedWorkflow } from "../../../packages/core/src/workflow/index.js";
import type { Workflow } from "../../../packages/core/src/workflow/index.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { withCrlf } from "../../support/workflow.js";

/** The content of a workflow's model without locations. */
function contentOf({ text, env, jobs, problems }: Workflow): unknown {
  const variables = (environment: Workflow["env"]) =>
    [...environment.values()].map(({ name, value }) => [name, value]);
  return {
    text,
    problems: problems.length > 0,
    env: variables(env),
    jobs: jobs.map((job) => ({
      id: job.id,
      condition: job.condition,
      env: variables(job.env),
      steps: job.steps.map(({ name, uses, condition, shell, env: own, run }) => ({
        name,
        uses,
        condition,
        shell,
        env: variables(own),
        run: run?.source,
      })),
    })),
  };
}

function expectSame(text: string, edits: readonly TextEdit[]): void {
  const edited = editedWorkflow(parseWorkflow(text), edits);
  expect(contentOf(edited)).toEqual(contentOf(parseWorkflow(applyEdits(text, edits))));
}

const texts = (Object.keys(generations) as Compiler[]).map((compiler) => lockFile({ compiler }));

describe("an edited workflow equals the parsed edited text", () => {
  test("for all fixes", () => {
    const fixed = texts.flatMap((text) =>
      [text, withCrlf(text)].flatMap((variant) =>
        diagnose(variant).flatMap(({ fix }) => (fix ? [{ variant, fix }] : [])),
      ),
    );
    expect(fixed.length).toBeGreaterThan(5);
    for (const { variant, fix } of fixed) expectSame(variant, fix);
  });

  test("for a step that loses its indentation", () => {
    const text = "name: x\njobs:\n  a:\n    steps:\n      - run: foo\n      - run: bar\n";
    const start = text.indexOf("      - run: bar");
    expectSame(text, [{ start: start + 1, end: start + 3, text: "" }]);
  });

  test("for a step that gets a duplicate key", () => {
    const text =
      "name: x\njobs:\n  a:\n    steps:\n      - run: |\n          foo\n          bar\n      - run: b\n";
    const start = text.indexOf("\n          bar");
    expectSame(text, [{ start, end: start, text: "\n        run: c" }]);
  });

  test("for random insertions", () => {
    const inserted = fc.constantFrom(
      "x",
      " ",
      "\n",
      "# ",
      "'",
      ": ",
      "\n          x\n",
      "\n      - run: codex\n",
      "\njobs:\n",
      "      - name: a\n        run: b\n",
      "  a:\n    steps: []\n",
      "{",
      "&a ",
      "*a",
      "\t",
    );
    const insertions = fc.array(fc.tuple(fc.nat(), inserted), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), insertions, (text, places) => {
        const edits = places.map(([place, added]) => {
          const start = place % text.length;
          return { start, end: start, text: added };
        });
        expectSame(text, edits);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test("for random deletions", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 80 }), (text, place, length) => {
        const start = place % text.length;
        expectSame(text, [{ start, end: Math.min(text.length, start + length), text: "" }]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
