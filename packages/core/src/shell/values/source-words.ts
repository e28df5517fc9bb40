/*
 * `what` of an unknown names its source for a sentence. In back quotes, it is a program or an action (`curl`), a value
 * (`$NAME`) or a condition (`if: ...`); otherwise it is in words: "the file `.env`", "a background job".
 */

const FILE = "the file ";

/** Sources in words that write files themselves. */
const WRITER = /^(?:the MCP gateway|another step|a (?:script|background job|coprocess))\b/;

/** A file as the source of an unknown. */
export function fileSource(name: string): string {
  return `${FILE}\`${name.replaceAll("`", "'")}\``;
}

/** What a file gets from a source: "what `curl` writes", "what the file `.env` contains", "a chain of conditions". */
export function contributionOf(what: string): string {
  if (what.startsWith(FILE)) return `what ${what} contains`;
  return isProgram(what) || WRITER.test(what) ? `what ${what} writes` : what;
}

/** What a value or a condition gets from a source: "the result of `grep`", "the file `.env`". */
export function resultOf(what: string): string {
  return isProgram(what) ? `the result of ${what}` : what;
}

function isProgram(what: string): boolean {
  return /^`(?!\$|if:)[^`]+`$/.test(what);
}
