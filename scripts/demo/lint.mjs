import { ESLint } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { readFile } from "node:fs/promises";
import { parse } from "node:path";

/**
 * @typedef {object} LintedFile
 * @property {string} file
 * @property {string} text
 * @property {ESLint.LintResult} result
 * @property {string} fixed the same as `text` if there is nothing to fix
 */

/**
 * @param {string} file
 * @returns {Promise<LintedFile>}
 */
export async function lintLockFile(file) {
  const text = await readFile(file, "utf8");
  return {
    file,
    text,
    result: await lint(file, text, false),
    fixed: (await lint(file, text, true)).output ?? text,
  };
}

/**
 * @param {string} file
 * @param {string} text
 * @param {boolean} fix
 * @returns {Promise<ESLint.LintResult>}
 */
async function lint(file, text, fix) {
  const eslint = new ESLint({
    // ESLint ignores files outside its folder.
    cwd: parse(file).root,
    overrideConfigFile: true,
    // The user asked for these files, whatever their names and folders.
    overrideConfig: [{ ...ghAw.configs.recommended, files: ["**"] }],
    ignore: false,
    fix,
  });
  const [result] = await eslint.lintText(text, { filePath: file });
  if (!result) throw new Error(`ESLint did not lint ${file}.`);
  return result;
}
