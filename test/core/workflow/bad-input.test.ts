import { parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { processorTime } from "../../support/processor-time.js";

describe("a file that is not a workflow has no jobs", () => {
  test.each([
    ["an empty file", ""],
    ["a byte order mark", "\uFEFF"],
    ["only comments", "# nothing\n"],
    ["a string", "hello\n"],
    ["a list", "- jobs\n- env\n"],
    ["no jobs", "name: x\n"],
    ["null jobs", "jobs:\nenv:\n"],
    ["jobs in a list", "jobs:\n  - a\n"],
    ["jobs that are a string", "jobs: a\n"],
  ])("%s", (_, text) => {
    expect(parseWorkflow(text)).toMatchObject({ text, jobs: [], problems: [] });
  });
});

describe("an invalid part of a workflow is ignored", () => {
  test("null, a string, and a list as a job", () => {
    const { jobs } = parseWorkflow("jobs:\n  a:\n  b: text\n  c: [1]\n  d:\n    steps:\n      - run: x\n");
    expect(jobs.map(({ id }) => id)).toEqual(["d"]);
  });

  test.each(["", " text", "\n      run: x", " ~"])("steps that are `%s`", (steps) => {
    expect(parseWorkflow(`jobs:\n  a:\n    steps:${steps}\n`).jobs[0]?.steps).toEqual([]);
  });

  test("null, a string, and a list as a step", () => {
    const { jobs } = parseWorkflow(
      "jobs:\n  a:\n    steps:\n      -\n      - text\n      - [1]\n      - run: x\n",
    );
    expect(jobs[0]?.steps.map(({ run }) => run?.source)).toEqual(["x"]);
  });

  test.each(["", " text", " [a]"])("an environment that is `%s`", (env) => {
    expect(parseWorkflow(`env:${env}\n`).env.size).toBe(0);
  });
});

describe("bad YAML is a problem with its location", () => {
  test("an open bracket", () => {
    const text = "jobs:\n  awf:\n    steps: [\n";
    const [problem] = parseWorkflow(text).problems;
    expect(problem?.message).toMatch(/end with a \]/);
    expect(problem?.offset).toBeLessThanOrEqual(text.length);
  });

  test("a key after a value", () => {
    expect(parseWorkflow("a: b: c\n").problems[0]?.offset).toBe(3);
  });

  test("binary data", () => {
    expect(parseWorkflow("\u0000\u0001: \uD800 {{{ \u0000\n}\u0002").problems.length).toBeGreaterThan(0);
  });

  test.each([
    ["a step", "jobs:\n  awf:\n    steps:\n      - run: awf codex\n        run: b\n", "run", 4],
    ["a job", "jobs:\n  awf:\n    env: {}\n    env: {}\n    steps:\n      - run: awf codex\n", "env", 3],
    ["an environment", "env:\n  A: 1\n  A: 2\njobs:\n  awf:\n    steps: []\n", "A", 2],
    ["a file in flow style", "env: {A: 1, A: 2}\njobs: {}\n", "A", 0],
  ])("a duplicate key in %s, which GitHub refuses", (_, text, key, line) => {
    const workflow = parseWorkflow(text);
    for (const job of workflow.jobs) expect(job.steps.length).toBeLessThan(2);
    const { problems } = workflow;
    expect(problems.map(({ message }) => message)).toEqual([`\`${key}\` is already defined.`]);
    expect(text.slice(0, problems[0]?.offset).split("\n").length - 1).toBe(line);
    expect(text.slice(problems[0]?.offset)).toMatch(new RegExp(`^${key}\\b`));
  });

  test.each([
    "env: &env { A: 1 }\njobs:\n  awf:\n    env:\n      <<: *env\n    steps:\n      - run: awf codex\n",
    "jobs:\n  awf:\n    env:\n      <<: { A: 1 }\n    steps:\n      - run: awf codex\n",
  ])("a merge key, which GitHub refuses", (text) => {
    const [problem, ...others] = parseWorkflow(text).problems;
    expect(others).toEqual([]);
    expect(problem).toEqual({ message: "GitHub supports no merge keys (`<<`).", offset: text.indexOf("<<") });
  });

  test("but not in a job that cannot run AWF", () => {
    expect(parseWorkflow("jobs:\n  a:\n    steps: [\n  awf:\n    steps: []\n").problems).toEqual([]);
  });

  test("but other jobs are still read", () => {
    const { jobs, problems } = parseWorkflow("jobs:\n  a:\n    steps:\n      - run: x\n  b: ]\n");
    expect(problems).toHaveLength(1);
    expect(jobs[0]?.steps[0]?.run?.source).toBe("x");
  });
});

describe("a second document", () => {
  const text = "env:\n  A: 1\n---\nenv:\n  A: 2\n---\n";

  test("is a problem at its start", () => {
    expect(parseWorkflow(text).problems).toEqual([
      { message: "A workflow is one YAML document; another one starts here.", offset: text.indexOf("---") },
    ]);
  });

  test("is ignored", () => {
    expect(parseWorkflow(text).env.get("A")?.value).toBe("1");
  });

  test("does not start at the first document's own markers", () => {
    expect(parseWorkflow("---\nenv:\n  A: 1\n...\n")).toMatchObject({ problems: [] });
  });
});

describe("a file that is nested too deeply", () => {
  test.each(["[", "{a: ", "- ", "? ", "a:\n"])("is a problem: %j", (level) => {
    const text =
      level === "a:\n"
        ? Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")
        : level.repeat(100_000);
    const { problems } = parseWorkflow(text);
    expect(problems.some(({ message }) => message === "More than 100 levels of YAML.")).toBe(true);
  });

  test("has more than a hundred levels", () => {
    expect(parseWorkflow(`a: ${"[".repeat(90)}${"]".repeat(90)}`).problems).toEqual([]);
  });
});

describe("a large file", () => {
  test.each([
    ["steps", `jobs:\n  a:\n    steps:\n${"      - run: x\n".repeat(10_000)}`],
    ["comments", "# x\n".repeat(50_000)],
    [
      "blank lines in a script",
      `jobs:\n  a:\n    steps:\n      - run: |\n          x\n${"\n".repeat(100_000)}`,
    ],
    ["blank lines in a folded scalar", `env:\n  A: >+\n    x\n${"\n".repeat(100_000)}    y\n`],
    ["folded lines in a plain value", `env:\n  A: x\n${"   x\n".repeat(50_000)}`],
    ["open quotes", 'a: "b\n'.repeat(10_000)],
    ["quotes", `env:\n  A: '${"''".repeat(50_000)}'\n`],
    ["escapes", `env:\n  A: "${"\\\\".repeat(50_000)}"\n`],
  ])(
    "of %s is read and edited in linear time",
    (_, text) => {
      const started = processorTime();
      const { env, jobs } = parseWorkflow(text);
      for (const variable of env.values()) variable.text.edit(0, 0, "x");
      for (const step of jobs.flatMap((job) => job.steps)) step.run?.script.edit(0, 0, "x\n");
      // It takes some tenths of a second; quadratic time would take minutes.
      expect(processorTime() - started).toBeLessThan(10_000);
    },
    60_000,
  );
});
