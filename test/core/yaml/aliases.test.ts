import { describe, expect, test } from "vitest";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";

const steps = "jobs:\n  a:\n    steps:\n";

describe("an alias stands for the node with its anchor:", () => {
  test("a script", () => {
    const text = `${steps}      - run: &script |\n          echo\n      - run: *script\n`;
    const [first, second] = parseWorkflow(text).jobs[0]!.steps;
    expect(second?.run?.source).toBe("echo\n");
    expect(second?.run?.span).toEqual(first?.run?.span);
    expect(text.slice(second?.run?.span.start)).toMatch(/^\|\n/);
    expect(second?.run?.script.startInFile(0)).toBe(text.indexOf("echo"));
  });

  test("an environment", () => {
    const text = `env: &env\n  A: 1\n${steps}      - env: *env\n        run: x\n`;
    const workflow = parseWorkflow(text);
    expect(workflow.jobs[0]?.steps[0]?.env.get("A")?.keySpan).toEqual(workflow.env.get("A")?.keySpan);
  });

  test("a variable's value", () => {
    expect(parseWorkflow("env:\n  A: &a 'x'\n  B: *a\n").env.get("B")?.value).toBe("x");
  });

  test("a step", () => {
    const text = `${steps}      - &step\n        run: x\n      - *step\n`;
    const [first, second] = parseWorkflow(text).jobs[0]!.steps;
    expect(second?.run?.source).toBe("x");
    expect(second?.span).toEqual(first?.span);
  });

  test("a list of steps", () => {
    const text = "jobs:\n  a:\n    steps: &steps\n      - run: x\n  b:\n    steps: *steps\n";
    expect(parseWorkflow(text).jobs[1]?.steps[0]?.run?.source).toBe("x");
  });

  test("a job", () => {
    const text = "jobs:\n  a: &job\n    steps:\n      - run: x\n  b: *job\n";
    const [, second] = parseWorkflow(text).jobs;
    expect(second?.id).toBe("b");
    expect(second?.steps[0]?.run?.source).toBe("x");
  });

  test("the last one before it if an anchor is repeated", () => {
    const { env } = parseWorkflow("env:\n  A: &a 1\n  B: *a\n  C: &a 2\n  D: *a\n");
    expect([...env.values()].map(({ value }) => value)).toEqual(["1", "1", "2", "2"]);
  });

  test("a value in a flow mapping, which a comma would end", () => {
    const { env } = parseWorkflow("x: {y: &a text}\nenv:\n  A: *a\n");
    expect(env.get("A")?.text.edit(4, 4, ", more")).toBeUndefined();
    expect(env.get("A")?.text.edit(4, 4, " more")).toBeDefined();
  });
});

describe("an alias without an anchor", () => {
  test("is a problem and has no value", () => {
    const text = "env:\n  A: *missing\n  B: 1\n";
    const { env, problems } = parseWorkflow(text);
    expect([...env.keys()]).toEqual(["B"]);
    expect(problems).toEqual([
      { message: "Alias `*missing` stands for no node.", offset: text.indexOf("*") },
    ]);
  });

  test("is a problem even if the anchor comes later", () => {
    expect(parseWorkflow("env:\n  A: *a\n  B: &a 1\n").problems).toHaveLength(1);
  });
});

describe("endless aliases", () => {
  test("a node that contains itself is read once", () => {
    const { jobs } = parseWorkflow("jobs: &a\n  x: *a\n  steps: *a\n  env: *a\n");
    expect(jobs.map(({ id }) => id)).toEqual(["x", "steps", "env"]);
  });

  test("a step that is its own environment has variables without itself", () => {
    const { jobs } = parseWorkflow(`${steps}      - &step\n        env: *step\n        run: x\n`);
    expect([...jobs[0]!.steps[0]!.env.keys()]).toEqual(["run"]);
  });

  test("aliases of aliases are followed only to the depth that is read", () => {
    const levels = Array.from({ length: 60 }, (_, i) => `b${i + 1}: &b${i + 1} [*b${i}, *b${i}]\n`);
    const { jobs } = parseWorkflow(`b0: &b0 [x, x]\n${levels.join("")}jobs: {a: {steps: *b60}}\n`);
    expect(jobs[0]?.steps).toEqual([]);
  });

  test("many aliases of a large node are followed only up to a limit", () => {
    const list = `  a:\n    steps: &s\n${"      - run: x\n".repeat(5000)}`;
    const repeated = Array.from({ length: 5000 }, (_, i) => `  j${i}:\n    steps: *s\n`).join("");
    const { jobs, problems } = parseWorkflow(`jobs:\n${list}${repeated}`);
    expect(jobs).toHaveLength(5001);
    expect(jobs.flatMap((job) => job.steps).length).toBeLessThan(100_000);
    expect(problems.map(({ message }) => message)).toEqual([
      "From here on, aliases are not followed: they repeat too much text.",
    ]);
  });
});
