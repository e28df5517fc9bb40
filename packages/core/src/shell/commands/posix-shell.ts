/*
 * What Dash, the runners' `sh`, lacks of Bash. Dash does not find Bash's built-ins, and reads other syntax differently
 * or not at all.
 */

/** Built-ins of Bash that Dash does not have. */
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
  /<<<|=\(|\w\+=|\w\[[^\]\n]*\]\+?=|\(\(|[<>]\(|\$\{!|\$\{#?\w+(?:\[|[\^/,@]|:(?:\s+-?)?[\d$(])|&>|\$'|\{[^{},.\s]*(?:,|\.\.)[^{}\s]*\}|\bfunction\s|\[\[[^[\]\n]*[<>()|]|\bread\s+-\w*[adnNtu]|printf\s+-v|\blocal\s+-/;

/** Syntax that Dash cannot parse: here-strings, arrays and process substitutions. */
const NO_SYNTAX = /<<<|\w\+?=\(|[<>]\(/;

/**
 * Whether a script for Dash uses syntax that only Bash has; the effects of such a script are not computed. `fails` if
 * it certainly fails.
 */
export function isBeyondPosix(script: string): "fails" | boolean {
  const outside = script
    .replaceAll("$((", "")
    .replaceAll("'\\''", "")
    // Not across lines: an apostrophe may also stand in a comment, or in a here-document.
    .replace(/(?<!\$)'[^'\n]*'/g, "''");
  if (NO_SYNTAX.test(outside)) return "fails";
  return BASH_SYNTAX.test(outside);
}
