const singleCharacters: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1B"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\x85"],
  ["_", "\xA0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["\t", "\t"],
]);

const codeLengths: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** The escape whose backslash stands at `start`. An invalid escape stands for itself, as in the `yaml` package. */
export function escapeAt(
  text: string,
  start: number,
  limit: number,
): { readonly length: number; readonly text: string } {
  const letter = text[start + 1] ?? "";
  const single = singleCharacters.get(letter);
  if (single !== undefined) return { length: 2, text: single };

  const codeLength = codeLengths.get(letter);
  if (codeLength !== undefined) {
    const source = text.slice(start, start + 2 + codeLength);
    return { length: source.length, text: character(source.slice(2)) ?? source };
  }

  const lineFeed = letter === "\r" ? start + 2 : start + 1;
  if (text[lineFeed] !== "\n") return { length: 2, text: text.slice(start, start + 2) };
  let end = lineFeed + 1;
  while (end < limit && (text[end] === " " || text[end] === "\t")) end += 1;
  return { length: end - start, text: "" };
}

function character(hexadecimal: string): string | undefined {
  if (!/^[\dA-Fa-f]+$/.test(hexadecimal)) return undefined;
  const code = Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const shortEscapes: ReadonlyMap<string, string> = new Map(
  Array.from(singleCharacters)
    // These characters need no escape, or have another one.
    .filter(([letter]) => !/[ \t/_]/.test(letter))
    .map(([letter, character]) => [character, `\\${letter}`]),
);

/** The escape of a character in double quotes. */
export function escapeCharacter(character: string): string {
  return shortEscapes.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// YAML's unprintable characters, and those that some parsers (the runner's, too) read as line ends (U+0085, U+2028,
// U+2029) or as a byte order mark (U+FEFF). The `u` flag makes this match lone surrogates as well.
const unsafeCharacters =
  /[^\t\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Whether a scalar can hold `text` without escapes, on one or several lines. */
export function isPrintable(text: string): boolean {
  return text.search(unsafeCharacters) === -1;
}

/** Replaces each character that a scalar cannot hold unescaped with its `escape`. */
export function escapeUnprintable(text: string, escape: (character: string) => string): string {
  return text.replace(unsafeCharacters, escape);
}
