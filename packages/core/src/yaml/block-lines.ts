import type { Span } from "../text/index.js";

/** A line of a block scalar, by its offsets in the file. */
export interface BlockLine {
  readonly start: number;
  /** Where its leading spaces end. */
  readonly spacesEnd: number;
  /** Where its line end, LF or CRLF, begins. */
  readonly end: number;
  /** Where the next line starts; `end` if the file ends here. */
  readonly next: number;
}

export function readBlockLines(text: string, span: Span): BlockLine[] {
  const lines: BlockLine[] = [];
  let start = span.start;
  while (start < span.end) {
    const lineFeed = text.indexOf("\n", start);
    const last = lineFeed === -1 || lineFeed >= span.end;
    const next = last ? span.end : lineFeed + 1;
    const end = last ? span.end : lineFeed > start && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed;
    let spacesEnd = start;
    while (spacesEnd < end && text[spacesEnd] === " ") spacesEnd += 1;
    lines.push({ start, spacesEnd, end, next });
    start = next;
  }
  return lines;
}

/** The number of spaces before a line's first other character. */
export function indentOf(line: BlockLine): number {
  return line.spacesEnd - line.start;
}

export function isBlank(line: BlockLine): boolean {
  return line.spacesEnd === line.end;
}
