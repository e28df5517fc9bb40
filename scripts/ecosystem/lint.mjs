import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runs } from "../run.mjs";

/** The command's exit codes, except those for errors. */
const done = [0, 1];

/**
 * @param {string} root a checkout that is built
 * @param {readonly string[]} args of the command
 * @param {string} folder
 * @returns {string} the command's output
 */
function lint(root, args, folder) {
  const command = join(root, "packages/gh-aw-lint/bin/gh-aw-lint.js");
  const { status, output } = runs(
    process.execPath,
    [command, "--no-config", "--strict", ...args, "--", folder],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  if (status === null || !done.includes(status)) throw new Error(`${command} failed:\n${output}`);
  return output;
}

/**
 * @param {string} root a checkout that is built
 * @param {string} folder
 * @returns {Map<string, string[]>} the findings of each file, one line each, by its path in the folder
 */
export function lintAll(root, folder) {
  const output = lint(root, ["--format", "json"], folder);
  /** @type {import("eslint").ESLint.LintResult[]} */
  const results = JSON.parse(output.slice(output.indexOf("["), output.lastIndexOf("]") + 1));
  return new Map(
    results.map(({ filePath, messages }) => [
      relative(folder, filePath),
      messages.map(
        ({ line, column, ruleId, message }) => `${line}:${column} ${ruleId ?? "not read"} ${message}`,
      ),
    ]),
  );
}

/**
 * @param {string} root a checkout that is built
 * @param {string} folder
 * @returns {Map<string, string>} the text of each file after all fixes, by its path in the folder
 */
export function fixAll(root, folder) {
  const copy = mkdtempSync(join(tmpdir(), "gh-aw-lint-ecosystem-"));
  try {
    cpSync(folder, copy, { recursive: true });
    lint(root, ["--fix", "--format", "json"], copy);
    return new Map(
      readdirSync(copy, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".lock.yml"))
        .map((path) => [path, readFileSync(join(copy, path), "utf8")]),
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * Times two commands in turns, so that the machine's load affects both.
 *
 * @param {string} base the root of a checkout that is built
 * @param {string} head
 * @param {{ folder: string, rounds: number }} options
 * @returns {{ base: number[], head: number[] }} milliseconds in each round
 */
export function timeLinting(base, head, { folder, rounds }) {
  /** @param {string} root */
  const time = (root) => {
    const start = performance.now();
    lint(root, ["--format", "json"], folder);
    return performance.now() - start;
  };
  const times = Array.from({ length: rounds }, () => ({ base: time(base), head: time(head) }));
  return { base: times.map((round) => round.base), head: times.map((round) => round.head) };
}
