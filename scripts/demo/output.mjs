import { createPatch } from "diff";
import { ESLint } from "eslint";
import { styleText } from "node:util";
import { shownPath } from "./lock-files.mjs";

/** @import { LintedFile } from "./lint.mjs" */

const color = wantsColor();
const formatter = await new ESLint({ overrideConfigFile: true }).loadFormatter("stylish");

/**
 * ESLint's findings and the fix as a diff; nothing for a file without findings.
 *
 * @param {LintedFile} linted
 * @returns {Promise<string>}
 */
export async function describeFile({ file, text, result, fixed }) {
  if (result.messages.length === 0) return "";
  const path = shownPath(file);
  const findings = await formatter.format([{ ...result, filePath: path }], { color });
  const diff = fixed === text ? [] : ["", ...diffLines(path, text, fixed)];
  return `${[withoutTotals(findings), ...diff].join("\n")}\n`;
}

/**
 * @param {readonly LintedFile[]} linted
 * @returns {string}
 */
export function summarize(linted) {
  const found = linted.filter(({ result }) => result.messages.length > 0);
  const clean = linted
    .filter(({ result }) => result.messages.length === 0)
    .map(({ file }) => shownPath(file));
  const findings = found.reduce((sum, { result }) => sum + result.messages.length, 0);
  const fixable = found.reduce(
    (sum, { result }) => sum + result.fixableErrorCount + result.fixableWarningCount,
    0,
  );
  const names = clean.length > 0 && clean.length <= 3 ? `: ${clean.join(", ")}` : "";
  const total = `${count(findings, "finding")} in ${found.length} of ${count(linted.length, "file")}`;
  return [
    "",
    ...(findings > 0 ? [`${total}, ${fixable} fixed by \`eslint --fix\`.`] : []),
    ...(clean.length > 0 ? [`No findings in ${count(clean.length, "file")}${names}.`] : []),
  ].join("\n");
}

/**
 * @param {string} path
 * @param {string} before
 * @param {string} after
 * @returns {string[]}
 */
function diffLines(path, before, after) {
  const lines = createPatch(path, before, after, "", "", { context: 2 }).trimEnd().split("\n").slice(2);
  return lines.map((line) => {
    if (line.startsWith("---") || line.startsWith("+++")) return style("bold", line.trimEnd());
    if (line.startsWith("@@")) return style("cyan", line);
    if (line.startsWith("-")) return style("red", line);
    return line.startsWith("+") ? style("green", line) : line;
  });
}

/**
 * Removes the totals from stylish output, because the demo prints them once for all files.
 *
 * @param {string} findings
 * @returns {string}
 */
function withoutTotals(findings) {
  return findings.slice(0, findings.lastIndexOf("\n\n", findings.search(/\u2716/u))).trimEnd();
}

/**
 * @param {Parameters<typeof styleText>[0]} format
 * @param {string} text
 * @returns {string}
 */
function style(format, text) {
  return color ? styleText(format, text, { validateStream: false }) : text;
}

/**
 * @param {number} number
 * @param {string} noun
 * @returns {string}
 */
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** @returns {boolean} */
function wantsColor() {
  const { FORCE_COLOR: force, NO_COLOR: never } = process.env;
  if (force !== undefined) return force !== "0" && force !== "false";
  return !never && process.stdout.isTTY;
}
