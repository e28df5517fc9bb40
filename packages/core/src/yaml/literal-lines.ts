/** The lines of a literal block, without their indentation and the last line feed. */
export interface LiteralLines {
  readonly text: string;
  /** The offset after the last line that is not blank. */
  readonly end: number;
}

/**
 * Reads the lines of a literal block that starts at `start`, below a key of the given indentation; `undefined` if the
 * block is empty or laid out unusually.
 */
export function literalLines(text: string, start: number, indentation: number): LiteralLines | undefined {
  const lines: string[] = [];
  /** The number of lines up to the last one that is not blank. */
  let count = 0;
  let end = start;
  let own = -1;
  for (let line = start; line < text.length;) {
    let content = line;
    while (text[content] === " ") content++;
    const depth = content - line;
    const lineFeed = text.indexOf("\n", content);
    if (lineFeed === -1) return undefined;
    if (lineFeed === content) {
      // Blanks beyond the indentation are text in some places.
      if (depth > Math.max(own, 0)) return undefined;
      lines.push("");
    } else if (depth <= indentation) {
      break;
    } else {
      if (own === -1) own = depth;
      if (depth < own) return undefined;
      lines.push(text.slice(line + own, lineFeed));
      count = lines.length;
      end = lineFeed + 1;
    }
    line = lineFeed + 1;
  }
  return count === 0 ? undefined : { text: lines.slice(0, count).join("\n"), end };
}
