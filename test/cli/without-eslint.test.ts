import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createPresetLinter } from "../../packages/gh-aw-lint/src/eslint/preset-linter.js";
import { damaged } from "../support/arbitraries/damage.js";
import { lockFiles } from "../support/arbitraries/lock-files.js";
import { runCommand } from "../support/command.js";
import { generations, type Compiler } from "../support/generations.js";
import { handwrittenFolder, handwrittenWorkflows } from "../support/handwritten.js";
import { lockFile } from "../support/lock-file.js";
import { cases } from "../support/property.js";
import { labelledFiles } from "../support/shared.js";
import { hashOfFrontMatter, lockWithHash, source } from "../support/source.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A rule setting whose only effect is that the command needs ESLint. */
const forceEslint = ["--rule", "stale-lock: error"];

async function results(path: string, cwd: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCommand([path, "--format", "json", ...args], { cwd });
  return stdout + stderr;
}

async function expectSameResults(text: string, others: Readonly<Record<string, string>> = {}): Promise<void> {
  const cwd = temporaryFolder({ ...others, "a.lock.yml": text });
  for (const args of [[], ["--strict"]])
    expect(await results("a.lock.yml", cwd, args)).toBe(
      await results("a.lock.yml", cwd, [...args, ...forceEslint]),
    );
}

describe("without a configuration, a file is linted without ESLint with the same result:", () => {
  test.each(Object.keys(generations) as Compiler[])("a file compiled with gh-aw %s", async (compiler) => {
    await expectSameResults(lockFile({ compiler }));
  });

  const sound = lockFile({ compiler: "v0.83.4" });
  test.each([
    ["an empty file", ""],
    ["a file with findings", lockFile()],
    ["a file with findings in one job", lockFile({ detection: false })],
    ["a file that is not a workflow", "a: 1\n"],
    ["invalid YAML", "{{{ not: [yaml\n"],
    ["a workflow without Codex", "on: push\njobs:\n  a:\n    steps:\n      - run: echo\n"],
    ["invalid YAML that may run Codex", `${sound}\n}`],
    ["a byte order mark", `\uFEFF${sound}`],
    ["CRLF line endings", sound.replaceAll("\n", "\r\n")],
    ["findings and CRLF line endings", lockFile().replaceAll("\n", "\r\n")],
    ["an unused disable comment", `# eslint-disable gh-aw/codex-websocket-401\n${sound}`],
    ["a disabled finding", `# eslint-disable gh-aw/codex-websocket-401\n${lockFile()}`],
    ["a comment that sets a rule", `# eslint gh-aw/codex-unpinned: error\n${sound}`],
  ])("%s", async (_, text) => {
    await expectSameResults(text);
  });

  test.each([
    ["that has not changed", hashOfFrontMatter("engine: claude\n")],
    ["that has changed", hashOfFrontMatter("engine: codex\n")],
  ])("a file with a source %s", async (_, hash) => {
    await expectSameResults(lockWithHash(hash), { "a.md": source("engine: claude\n") });
  });

  test("files with random damage", async () => {
    const property = fc.asyncProperty(damaged(lockFiles), (text) => expectSameResults(text));
    await fc.assert(property, { numRuns: Math.ceil(cases / 20), seed: Number(process.env.FC_SEED) });
  });

  const real = labelledFiles();
  test.skipIf(real.length === 0).each(real)("$file", async ({ text }) => {
    await expectSameResults(text);
  });

  const handwritten = handwrittenWorkflows();
  test.skipIf(handwritten.length === 0).each(handwritten)("$file", async ({ file }) => {
    await expectSameResults(readFileSync(`${handwrittenFolder!}${file}`, "utf8"));
  });
});

describe("ESLint", () => {
  const broken = lockFile();
  const sound = lockFile({ compiler: "v0.83.4" });

  test("is loaded only for files that need it, and for fixes", async () => {
    const calls: string[] = [];
    const record =
      (what: string) =>
      (file: string): Promise<undefined> => {
        calls.push(`${what} ${file}`);
        return Promise.resolve(undefined);
      };
    const linter = createPresetLinter(false, () =>
      Promise.resolve({
        configuration: "",
        baseUrl: undefined,
        outcomes: () => [],
        lint: record("lint"),
        fix: record("fix"),
      }),
    );
    const files = [
      ["1.lock.yml", sound],
      ["2.lock.yml", broken],
      ["3.lock.yml", `# eslint-disable\n${broken}`],
      ["4.lock.yml", broken],
      ["5.lock.yml", `${broken}\n}`],
      ["6.md", source("engine: codex\n")],
    ] as const;
    const results = [];
    for (const [file, text] of files) results.push((await linter.lint(file, text))?.errorCount);
    expect(results).toEqual([0, 2, undefined, 2, undefined, undefined]);
    await linter.fix("2.lock.yml", broken);
    expect(calls).toEqual(["lint 3.lock.yml", "lint 5.lock.yml", "lint 6.md", "fix 2.lock.yml"]);
  });
});
