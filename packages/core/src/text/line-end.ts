/** The line end that the file uses at `offset`: that of the same line, or of the one before. */
export function lineEndAt(text: string, offset: number): "\n" | "\r\n" {
  const following = text.indexOf("\n", offset);
  const lineFeed = following === -1 ? text.lastIndexOf("\n") : following;
  return text[lineFeed - 1] === "\r" ? "\r\n" : "\n";
}
