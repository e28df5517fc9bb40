/** The text without the byte order mark that may stand before it: TOML parsers take it for a key. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
