import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseOf, pageOf, ruleOf, sentenceOf, testOf, variableOf } from "./templates.mjs";

const PLUGIN = "packages/eslint-plugin-gh-aw";
const CORE = "packages/core/src";

/**
 * Writes the files of a new rule, and adds the rule to the lists of the plugin and of core.
 *
 * @param {string} folder the repository
 * @param {string} name such as `codex-env-key`
 * @returns {readonly string[]} the paths that were written, from the repository's folder
 * @throws {Error} if the name is invalid or taken; nothing is written then
 */
export function newRule(folder, name) {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
    throw new Error(
      "Usage: npm run new-rule NAME, where NAME is in lower case, with hyphens: codex-env-key.",
    );
  const rule = `${PLUGIN}/src/rules/${name}.ts`;
  if (existsSync(join(folder, rule))) throw new Error(`${rule} already exists.`);
  const index = `${PLUGIN}/src/rules/index.ts`;
  /** @type {readonly (readonly [path: string, text: string])[]} */
  const files = [
    [rule, ruleOf(name)],
    [`${PLUGIN}/docs/rules/${name}.md`, pageOf(name)],
    [`test/plugin/rules/${name}.test.ts`, testOf(name)],
    [index, addToIndex(readFileSync(join(folder, index), "utf8"), name)],
    ...addToCore((path) => readFileSync(join(folder, CORE, path), "utf8"), name),
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
 * The lists of core with the new rule's message id, severity and sentence, and its case in `lint`.
 *
 * @param {(path: string) => string} read a file of core
 * @param {string} name
 * @returns {readonly (readonly [path: string, text: string])[]}
 */
function addToCore(read, name) {
  const add = (/** @type {string} */ path, /** @type {RegExp} */ kind, /** @type {string} */ line) =>
    /** @type {const} */ ([`${CORE}/${path}`, insertSorted(read(path), kind, name, line)]);
  const start = '    case "codex-source":';
  const lint = read("lint/lint.ts");
  if (!lint.includes(start)) throw new Error(`lint.ts has no line \`${start}\`.`);
  return [
    add("messages/message-ids.ts", /^ {2}readonly "(.*)":/, `  readonly "${name}": "found";`),
    add(
      "messages/rules.ts",
      /^ {2}"(.*)": \{/,
      `  "${name}": { severity: "warning", recommended: false, readsSources: false },`,
    ),
    add("messages/sentences.ts", /^ {2}"(.*)": \{$/, sentenceOf(name)),
    [`${CORE}/lint/lint.ts`, lint.replace(start, `${caseOf(name)}\n${start}`)],
  ];
}

/**
 * Inserts a line in alphabetical order among the lines of its kind.
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
  if (last === -1) throw new Error(`There are no lines like \`${line}\`.`);
  return lines.toSpliced(later === -1 ? last + 1 : later, 0, line).join("\n");
}
