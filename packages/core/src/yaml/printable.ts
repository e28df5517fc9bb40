// YAML's unprintable characters, and those that some parsers take for line ends (U+0085, U+2028, U+2029;
// the runner's does) or for a mark (U+FEFF). The `u` flag makes this match lone surrogates as well.
const unsafeCharacters =
  /[^\t\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A scalar can hold `text` without escapes, on one or several lines. */
export function isPrintable(text: string): boolean {
  return text.search(unsafeCharacters) === -1;
}

/** `text` with `escape` of each character that a scalar cannot hold as it is. */
export function escapeUnprintable(text: string, escape: (character: string) => string): string {
  return text.replace(unsafeCharacters, escape);
}
