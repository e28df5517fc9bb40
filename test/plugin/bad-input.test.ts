import * as core from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lint } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";
import { processorTime } from "../support/processor-time.js";

// Without these words, the processor ignores a file.
const codex = "# awf codex exec\n";

describe("input that is not a workflow", () => {
  test.each([
    ["an empty file", ""],
    ["only white space", " \n\t\n"],
    ["a scalar", "codex"],
    ["a list at the top", "- codex\n- awf\n"],
    ["`jobs: null`", "jobs: null\n"],
    ["`jobs` that is a list", "jobs: [agent]\n"],
    ["a job that is null", "jobs:\n  agent:\n"],
    ["steps that are a mapping", "jobs:\n  agent:\n    steps: { run: codex exec }\n"],
    ["steps that are scalars", "jobs:\n  agent:\n    steps: [codex, awf]\n"],
    ["`run: 5`", "jobs:\n  agent:\n    steps:\n      - run: 5\n"],
    ["`run` that is a list", "jobs:\n  agent:\n    steps:\n      - run: [codex, exec]\n"],
    [
      "an unbalanced quote in a script",
      "jobs:\n  agent:\n    steps:\n      - run: |\n          codex exec 'no end\n",
    ],
    [
      "an unclosed here-document",
      "jobs:\n  agent:\n    steps:\n      - run: |\n          cat > config.toml << EOF\n          a = 1\n",
    ],
  ])("%s is ignored without a message", async (_, text) => {
    expect((await lint(codex + text)).messages).toEqual([]);
    expect((await lint(text)).messages).toEqual([]);
  });

  test.each([
    ["an unclosed quote", 'name: "codex\njobs:\n', 2],
    ["a tab as indentation", "jobs:\n\tagent: codex\n", 3],
    ["an unclosed bracket", "jobs: [codex\n", 2],
    ["text after the end of a document", "jobs: {}\n...\n}\n", 4],
  ])("%s is an error at its location", async (_, text, line) => {
    const { messages } = await lint(codex + text);
    expect(messages[0]).toMatchObject({ fatal: true, severity: 2, ruleId: null });
    expect(messages[0]!.line).toBeGreaterThanOrEqual(line);
    expect(messages[0]!.column).toBeGreaterThan(0);
    expect(messages[0]!.message).toMatch(/^Parsing error: \S.*\S$/);
  });

  test.each([
    ["text after the last job", (text: string) => `${text}\n}`],
    ["two `run` in a step", (text: string) => text.replace("        run: |\n", "        run: true\n$&")],
    ["a merge key", (text: string) => text.replace(/^ {4}steps:\n/m, "    <<: {}\n$&")],
  ])("a lock file with %s has an error, and no findings of core either", async (_, damage) => {
    const text = damage(lockFile());
    expect((await lint(text)).messages).toMatchObject([{ fatal: true, ruleId: null }]);
    expect(core.lint(text)).toEqual([]);
    expect(core.diagnose(text)).toEqual([]);
    expect(core.explainRuns(text)).toEqual([]);
    expect(core.readingProblem(core.parseWorkflow(text))?.message).toMatch(/\S/);
    expect(core.diagnose(lockFile())).not.toEqual([]);
  });

  test.each([
    ["garbage", "{{{ not: [yaml\n", 2],
    ["a lock file of another engine that was cut off", "name: 'x\non: push\n", 3],
  ])("%s is an error although it cannot run Codex", async (_, text, line) => {
    expect((await lint(text)).messages).toMatchObject([{ fatal: true, severity: 2, line }]);
  });

  test("of ten megabytes is linted in seconds", { timeout: 30_000 }, async () => {
    const step = "      - run: echo codex awf # eslint-disable-lines\n";
    const text = `${codex}jobs:\n  agent:\n    steps:\n${step.repeat(20_000)}# ${"x#eslint-disable ".repeat(550_000)}\n`;
    expect((await lint(text)).messages).toHaveLength(0);
  });

  test.each([
    ["steps", "      - run: awf --enable-api-proxy -- codex exec x\n".repeat(1000)],
    [
      "aliases of a step",
      `      - &step\n        run: awf --enable-api-proxy -- codex exec x\n${"      - *step\n".repeat(1000)}`,
    ],
  ])("that starts Codex in a thousand %s is linted in seconds, and not fixed", async (_, steps) => {
    const started = processorTime();
    const { messages } = await lint(`jobs:\n  agent:\n    steps:\n${steps}`);
    expect(messages[0]).toMatchObject({ messageId: "noProvider" });
    expect(messages.filter(({ fix }) => fix)).toEqual([]);
    expect(processorTime() - started).toBeLessThan(20_000);
  });
});
