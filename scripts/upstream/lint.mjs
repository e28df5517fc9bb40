import { explainRuns } from "@gh-aw-lint/core";
import { ESLint } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @typedef {object} Linted
 * @property {readonly import("eslint").Linter.LintMessage[]} findings of the configuration `strict`
 * @property {ReturnType<typeof explainRuns>} runs
 */

/**
 * Lints a compiled lock file with all rules.
 *
 * @param {string | undefined} lockFile a path
 * @returns {Promise<Linted | undefined>}
 */
export async function lintCompiled(lockFile) {
  if (lockFile === undefined) return undefined;
  const eslint = new ESLint({
    cwd: dirname(lockFile),
    overrideConfigFile: true,
    overrideConfig: [{ ...ghAw.configs.strict, files: ["**"] }],
    ignore: false,
  });
  const text = readFileSync(lockFile, "utf8");
  const [result] = await eslint.lintText(text, { filePath: lockFile });
  if (result === undefined) throw new Error(`ESLint did not lint ${lockFile}.`);
  return { findings: result.messages, runs: explainRuns(text) };
}
