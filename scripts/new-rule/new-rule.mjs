import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageOf, ruleOf, testOf, variableOf } from "./templates.mjs";

const PLUGIN = "packages/eslint-plugin-gh-aw";

/**
 * Writes the files of a new rule below the repository's folder, and adds it to the plugin's lists.
 *
 * @param {string} folder the repository
 * @param {string} name such as `codex-env-key`
 * @returns {readonly string[]} the paths that were written, from the repository's folder
 * @throws {Error} if the name is none for a rule, or taken; then nothing is written
 */
export function newRule(folder, name) {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
    throw new Error(
      "Usage: npm run new-rule NAME, where NAME is in lower case, with hyphens: codex-env-key.",
    );
  const rule = `${PLUGIN}/src/rules/${name}.ts`;
  if (existsSync(join(folder, rule))) throw new Error(`${rule} exists already.`);
  const index = `${PLUGIN}/src/rules/index.ts`;
  const ruleSets = `${PLUGIN}/src/rule-sets.ts`;
  /** @type {readonly (readonly [path: string, text: string])[]} */
  const files = [
    [rule, ruleOf(name)],
    [`${PLUGIN}/docs/rules/${name}.md`, pageOf(name)],
    [`test/plugin/rules/${name}.test.ts`, testOf(name)],
    [index, addToIndex(readFileSync(join(folder, index), "utf8"), name)],
    [ruleSets, addToStrict(readFileSync(join(folder, ruleSets), "utf8"), name)],
  ];
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  return files.map(([path]) => path);
}

/**
 * @param {string} text of `rules/index.ts`
 * @param {string} name
 */
function addToIndex(text, name) {
  const variable = variableOf(name);
  let added = insertSorted(
    text,
    /^import \{ .* \} from "\.\/(.*)\.js";$/,
    name,
    `import { ${variable} } from "./${name}.js";`,
  );
  added = insertSorted(
    added,
    /^ {2}readonly "(.*)": Rule\.RuleModule;$/,
    name,
    `  readonly "${name}": Rule.RuleModule;`,
  );
  return insertSorted(added, /^ {2}"(.*)": \w+,$/, name, `  "${name}": ${variable},`);
}

/**
 * @param {string} text of `rule-sets.ts`
 * @param {string} name
 */
function addToStrict(text, name) {
  const start = text.indexOf("export const strictRules");
  if (start === -1) throw new Error("rule-sets.ts has no `strictRules`.");
  const end = text.indexOf("};", start);
  const list = insertSorted(
    text.slice(start, end),
    /^ {2}"gh-aw\/(.*)": "\w+",$/,
    name,
    `  "gh-aw/${name}": "warn",`,
  );
  return text.slice(0, start) + list + text.slice(end);
}

/**
 * Puts a line before the first one of its kind that comes later in the alphabet, else behind the last one.
 *
 * @param {string} text
 * @param {RegExp} kind with the name as its group
 * @param {string} name
 * @param {string} line
 */
function insertSorted(text, kind, name, line) {
  const lines = text.split("\n");
  const nameOf = (/** @type {string} */ one) => kind.exec(one)?.[1];
  const later = lines.findIndex((one) => (nameOf(one) ?? "") > name);
  const last = lines.findLastIndex((one) => nameOf(one) !== undefined);
  if (last === -1) throw new Error(`No line like \`${line}\` to put it beside.`);
  return lines.toSpliced(later === -1 ? last + 1 : later, 0, line).join("\n");
}
