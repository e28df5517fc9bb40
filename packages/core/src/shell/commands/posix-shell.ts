/*
 * What `sh` of the runners, Dash, does not know of Bash. A word that is no command there is not found; other syntax
 * means something else, or nothing at all.
 */

/** What Bash does itself, and Dash does not. */
export const BASH_BUILT_INS: ReadonlySet<string> = new Set([
  "builtin",
  "declare",
  "let",
  "mapfile",
  "popd",
  "pushd",
  "readarray",
  "shopt",
  "source",
  "typeset",
]);

/** Here-strings, arrays and their elements, `+=`, `((...))`, `<(...)`, more of `${...}`, `&>`, `$'...'`, braces, `function`, `[[...]]` with brackets, options of `read` and `printf`. */
const BASH_SYNTAX =
  /<<<|=\(|\w\+=|\w\[[^\]\n]*\]\+?=|\(\(|[<>]\(|\$\{!|\$\{\w+(?:\[|[\^/,@]|:(?:\s+-?)?[\d$(])|&>|\$'|\{[^{},.\s]*(?:,|\.\.)[^{}\s]*\}|\bfunction\s|\[\[[^[\]\n]*[<>()|]|\bread\s+-\w*[adnNtu]|printf\s+-v|\blocal\s+-/;

/** What Dash cannot parse: here-strings, arrays and process substitutions. */
const NO_SYNTAX = /<<<|\w\+?=\(|[<>]\(/;

/**
 * Whether a script for Dash uses what only Bash has: what it does then is not worked out; `fails`: but it does fail.
 */
export function isBeyondPosix(script: string): "fails" | boolean {
  const outside = script
    .replaceAll("$((", "")
    .replaceAll("'\\''", "")
    .replace(/(?<!\$)'[^']*'/g, "''");
  if (NO_SYNTAX.test(outside)) return "fails";
  return BASH_SYNTAX.test(outside);
}
