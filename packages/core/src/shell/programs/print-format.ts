/** What `printf` prints for a part of its format: a text, or its next argument. */
export type FormatPart = string | typeof ARGUMENT;

export const ARGUMENT: unique symbol = Symbol("argument");

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\n", "\n"],
  ["\\t", "\t"],
  ["\\r", "\r"],
  ["\\\\", "\\"],
]);

/** The parts of a format of texts and `%s`; `undefined` where it holds anything else. */
export function readFormat(format: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  for (const [index, text] of format.split(/(%.?)/).entries()) {
    if (index % 2 === 0) {
      const literal = unescape(text);
      if (literal === undefined) return undefined;
      if (literal !== "") parts.push(literal);
    } else if (text === "%s") {
      parts.push(ARGUMENT);
    } else if (text === "%%") {
      parts.push("%");
    } else {
      return undefined;
    }
  }
  return parts;
}

/** A text as `printf` and `echo -e` print it; `undefined` where it holds an escape that is rare. */
export function unescape(text: string): string | undefined {
  const escapes = text.match(/\\.?/gs) ?? [];
  if (!escapes.every((escape) => ESCAPES.has(escape))) return undefined;
  return text.replace(/\\.?/gs, (escape) => ESCAPES.get(escape) ?? escape);
}
