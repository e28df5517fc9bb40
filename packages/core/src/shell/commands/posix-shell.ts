import { forEachChild, type Statement, type SyntaxNode } from "unbash";

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

/** Syntax that Dash cannot parse. */
const NO_SYNTAX: ReadonlySet<SyntaxNode["type"]> = new Set([
  "HereString",
  "ArrayValue",
  "ProcessSubstitution",
  "ArithmeticFor",
  "Select",
]);

/** The lines of a script that Dash runs as Bash does. */
export interface PosixLines {
  readonly lines: readonly (readonly Statement[])[];
  /** What follows: `error`, which ends the shell; `unknown`, a line whose effects are not computed; or the end. */
  readonly next: "error" | "unknown" | "end";
}

/** Finds the first line of a script that Dash does not run as Bash does, if any: Dash, too, reads line by line. */
export function posixLines(text: string, lines: readonly (readonly Statement[])[]): PosixLines {
  for (const [index, line] of lines.entries()) {
    const next = line.some(hasNoSyntax)
      ? "error"
      : isBeyondPosix(text.slice(line[0]?.pos, lines[index + 1]?.[0]?.pos))
        ? "unknown"
        : undefined;
    if (next) return { lines: lines.slice(0, index), next };
  }
  return { lines, next: "end" };
}

function isBeyondPosix(line: string): boolean {
  const outside = line
    .replaceAll("$((", "")
    .replaceAll("'\\''", "")
    // Not across lines: an apostrophe may also be in a comment or in a here-document.
    .replace(/(?<!\$)'[^'\n]*'/g, "''");
  return BASH_SYNTAX.test(outside);
}

/** Not recursive: sums are nested as deep as they are long. */
function hasNoSyntax(root: SyntaxNode): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (NO_SYNTAX.has(node.type)) return true;
    // Dash parses what is in backticks when it runs.
    if (node.type === "CommandExpansion" && node.text.startsWith("`")) continue;
    forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}
