import { describe, expect, test } from "vitest";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import type { Span } from "../../../packages/core/src/text/index.js";

const file = `# A workflow
name: Test
env:
  LEVEL: workflow
jobs:
  agent:
    if: always()
    runs-on: ubuntu-latest
    env:
      LEVEL: job
    steps:
      - name: Check out
        uses: actions/checkout@v4
      - name: Run
        if: \${{ success() }}
        shell: bash
        env:
          LEVEL: step
        run: |
          one
          two
  "detection":
    steps: []
`;
const workflow = parseWorkflow(file);

function source({ start, end }: Span): string {
  return file.slice(start, end);
}

describe("a workflow", () => {
  test("has its text and no problems", () => {
    expect(workflow.text).toBe(file);
    expect(workflow.problems).toEqual([]);
  });

  test("has its jobs in order, each with the location of its id", () => {
    expect(workflow.jobs.map(({ id, idSpan }) => [id, source(idSpan)])).toEqual([
      ["agent", "agent"],
      ["detection", '"detection"'],
    ]);
  });

  test("has environment variables for itself, each job, and each step", () => {
    const [agent] = workflow.jobs;
    const levels = [workflow, agent, agent?.steps[1]].map((owner) => owner?.env.get("LEVEL"));
    expect(levels.map((variable) => variable?.value)).toEqual(["workflow", "job", "step"]);
    expect(levels.map((variable) => variable?.name)).toEqual(["LEVEL", "LEVEL", "LEVEL"]);
    expect(levels.map((variable) => source(variable!.keySpan))).toEqual(["LEVEL", "LEVEL", "LEVEL"]);
  });

  test("has the conditions of jobs and steps as strings", () => {
    expect(workflow.jobs.map(({ condition }) => condition)).toEqual(["always()", undefined]);
    expect(workflow.jobs[0]?.steps.map(({ condition }) => condition)).toEqual([
      undefined,
      "${{ success() }}",
    ]);
  });

  test("has a step with `uses` and no script", () => {
    const step = workflow.jobs[0]?.steps[0];
    expect(step).toMatchObject({ name: "Check out", uses: "actions/checkout@v4", shell: undefined });
    expect(step?.run).toBeUndefined();
  });

  test("has steps that span from their first key to their end", () => {
    const [first, second] = workflow.jobs[0]!.steps;
    expect(source(first!.span)).toBe("name: Check out\n        uses: actions/checkout@v4\n");
    expect(source(second!.span)).toMatch(/^name: Run\n[^]*two\n$/);
  });

  test("has a script with its source, its key, and its location", () => {
    const step = workflow.jobs[0]?.steps[1];
    expect(step).toMatchObject({ name: "Run", shell: "bash", uses: undefined });
    expect(step?.run?.source).toBe("one\ntwo\n");
    expect(source(step!.run!.keySpan)).toBe("run");
    expect(source(step!.run!.span)).toBe("|\n          one\n          two\n");
  });

  test("creates a script's mapped text only once", () => {
    const run = workflow.jobs[0]?.steps[1]?.run;
    expect(run?.script.text).toBe(run?.source);
    expect(run?.script).toBe(run?.script);
    expect(file.slice(run?.script.startInFile(4))).toMatch(/^two\n/);
  });

  test("creates a variable's mapped text only once", () => {
    const variable = workflow.env.get("LEVEL");
    expect(variable?.text.text).toBe("workflow");
    expect(variable?.text).toBe(variable?.text);
  });
});

describe("a byte order mark", () => {
  test("shifts all locations by one", () => {
    const marked = parseWorkflow(`\uFEFF${file}`);
    expect(marked.problems).toEqual([]);
    expect(marked.jobs[0]?.idSpan.start).toBe(file.indexOf("agent") + 1);
    expect(marked.jobs[0]?.steps[1]?.run?.script.startInFile(0)).toBe(file.indexOf("one\n") + 1);
  });
});

describe("values that are not strings", () => {
  function step(keys: string) {
    return parseWorkflow(`jobs:\n  a:\n    steps:\n      - ${keys}\n`).jobs[0]?.steps[0];
  }

  test.each([
    ["5", "5"],
    ["0x1F", "31"],
    ["true", "true"],
    ["True", "true"],
    ["1e3", "1000"],
  ])("a script %s is the string %s", (written, script) => {
    expect(step(`run: ${written}`)?.run?.source).toBe(script);
    expect(step(`run: ${written}`)?.run?.script.text).toBe(script);
  });

  test.each(["", "~", "null", "[a]", "{a: b}"])("a script `%s` is undefined", (script) => {
    expect(step(`run: ${script}`)?.run).toBeUndefined();
  });

  test.each(["''", '""', "|"])("a script %s is empty", (script) => {
    expect(step(`run: ${script}`)?.run?.source).toBe("");
  });

  test("a null in quotes is a string", () => {
    expect(step(`run: "null"`)?.run?.source).toBe("null");
  });

  test.each(["", "~", "null"])("a variable `%s` is empty", (value) => {
    const variable = parseWorkflow(`env:\n  A: ${value}\n`).env.get("A");
    expect(variable?.value).toBe("");
    expect(variable?.text.text).toBe("");
    expect(variable?.text.edit(0, 0, "x")).toBeUndefined();
  });

  test("a variable that is a sequence or mapping is ignored", () => {
    expect([...parseWorkflow("env:\n  A: [a]\n  B: b\n  C: {}\n").env.keys()]).toEqual(["B"]);
  });

  test("a null condition is undefined", () => {
    expect(step("{ if: , run: a }")?.condition).toBeUndefined();
  });

  test("an environment that is an expression has no variables", () => {
    expect(parseWorkflow("env: ${{ fromJSON(inputs.env) }}\n").env.size).toBe(0);
  });
});

describe("keys", () => {
  test("may be quoted", () => {
    const { jobs } = parseWorkflow(`"jobs":\n  'a':\n    "steps":\n      - 'run': x\n`);
    expect(jobs[0]?.steps[0]?.run?.source).toBe("x");
  });

  test("that are duplicated have their first value", () => {
    const { env, jobs } = parseWorkflow(
      "env:\n  A: 1\n  A: 2\njobs:\n  a:\n    steps: []\n    steps:\n      - run: x\n",
    );
    expect(env.get("A")?.value).toBe("1");
    expect(jobs[0]?.steps).toEqual([]);
  });

  test("that are sequences or mappings are ignored", () => {
    expect(parseWorkflow("? [a]\n: b\n? {c: d}\n: e\nenv:\n  A: 1\n").env.get("A")?.value).toBe("1");
  });

  test("for merging (`<<`) are ordinary keys, as for GitHub", () => {
    const { env } = parseWorkflow("x: &x\n  A: 1\nenv:\n  <<: *x\n  B: 2\n");
    expect([...env.keys()]).toEqual(["B"]);
  });
});
