import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../packages/core/src/workflow/outline.js";
import { outlinedWorkflow } from "../../../packages/core/src/workflow/parse-workflow.js";
import { parseWholeWorkflow } from "../../../packages/core/src/workflow/parse-workflow.js";
import type { Environment, Workflow } from "../../../packages/core/src/workflow/index.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { labelledFiles } from "../../support/shared.js";
import { expectProperty } from "../../support/property.js";

/** The content of a workflow's model with all locations. */
function contentOf({ env, jobs }: Workflow): unknown {
  const variables = (environment: Environment) =>
    [...environment.values()].map(({ name, value, keySpan, text }) => [
      name,
      value,
      keySpan,
      text.text,
      text.startInFile(0),
    ]);
  return {
    env: variables(env),
    jobs: jobs.map((job) => ({
      id: job.id,
      idSpan: job.idSpan,
      condition: job.condition,
      env: variables(job.env),
      steps: job.steps.map(({ name, uses, condition, shell, env: own, span, run }) => ({
        name,
        uses,
        condition,
        shell,
        span,
        env: variables(own),
        run: run && [
          run.source,
          run.keySpan,
          run.span,
          run.script.startInFile(0),
          run.script.endInFile(run.source.length),
        ],
      })),
    })),
  };
}

function expectSame(text: string): void {
  const outline = outlineOf(text);
  if (outline)
    expect(contentOf(outlinedWorkflow(text, outline))).toEqual(contentOf(parseWholeWorkflow(text)));
}

describe("a workflow parsed in parts equals the workflow parsed as a whole", () => {
  test.each(Object.keys(generations) as Compiler[])("for gh-aw %s, with any line endings", (compiler) => {
    const text = lockFile({ compiler });
    expect(outlineOf(text)?.jobs.length).toBeGreaterThan(0);
    for (const variant of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`, text.trimEnd()])
      expectSame(variant);
  });

  const files = labelledFiles();
  test.skipIf(files.length === 0)("for real lock files, all of which have an outline", () => {
    for (const { file, text } of files) {
      expect(outlineOf(text), file).toBeDefined();
      expectSame(text);
    }
  });

  test("for random lines", () => {
    const line = fc.constantFrom(
      "jobs:",
      "env:",
      "  A: b",
      "  a:",
      "  'b-c':",
      '  "d":',
      "    steps:",
      "      - run: |",
      "          x",
      "# c",
      "    env: {A: b}",
      "      - name: y",
      "        run: z",
      "",
      "   ",
      "  # d",
      "    if: true",
      "   e:",
      "on: [push]",
      "  f: {}",
      "  g:  # h",
      "    - run: x",
      "name: >",
      "  folded",
      "          # i",
      "\tj:",
      '    x: "',
      '"',
      "---",
    );
    const lines = fc.array(line, { maxLength: 14 });
    expectProperty(
      fc.property(lines, lines, (top, body) => {
        const text = [...top, "jobs:", "  agent:", ...body].join("\n");
        // Invalid YAML is not a workflow.
        if (parseWholeWorkflow(text).problems.length === 0) expectSame(text);
      }),
    );
  });
});

describe("a workflow is not parsed in parts", () => {
  test.each([
    ["without jobs", "name: x\n"],
    ["with an indented line above the first key", " x\njobs:\n  a:\n    steps: []\n"],
    [
      "with a byte order mark and an indented line above the first key",
      "\uFEFF x\njobs:\n  a:\n    steps: []\n",
    ],
    ["with jobs on one line", "jobs: {a: {steps: []}}\n"],
    ["with a quoted value over several lines", 'env:\n  A: "\njobs:\n  a:\n    x: "\n'],
    ["with anchors", "jobs:\n  a: &x\n    steps: []\n"],
    [
      "with an anchor that starts with another character",
      "jobs:\n  a:\n    steps: &-s\n      - run: x\n  b:\n    steps: *-s\n",
    ],
    [
      "with an anchor in a flow sequence",
      'jobs:\n  a:\n    steps: [&s {run: "x"}]\n  b:\n    steps:\n      - *s\n',
    ],
    ["with a tab before a key", "jobs:\n\ta:\n"],
    ["with a duplicate key `jobs`", "jobs:\n  a:\n    b: c\njobs:\n  a:\n    b: c\n"],
    ["with two documents", "jobs:\n  a:\n    b: c\n---\nx: y\n"],
    ["with a job that is not a mapping", "jobs:\n  a:\n    - b\n"],
    ["with a job on one line", "jobs:\n  a: {steps: []}\n"],
    ["with keys of uneven indentation", "jobs:\n   a:\n     b: c\n  d:\n    e: f\n"],
  ])("%s", (_, text) => {
    expect(outlineOf(text)).toBeUndefined();
  });
});
