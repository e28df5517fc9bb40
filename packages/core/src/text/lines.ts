import type { Span } from "./edit.js";

/*
 * Offsets are UTF-16 code units from 0; line and column numbers count from 1. A line ends with LF or CRLF; the text
 * after the last line end is a line, too.
 */

/** A line without its line end. */
export interface Line extends Span {
  /** Where the next line starts; the length of the text (or the end of the span) if there is none. */
  readonly next: number;
}

/** A position as an editor shows it: `line` and `column` count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The start of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset of the line feed that ends the line of `offset`; the length of the text if there is none. */
export function lineFeedAfter(text: string, offset: number): number {
  const lineFeed = text.indexOf("\n", offset);
  return lineFeed === -1 ? text.length : lineFeed;
}

/** Where the last character of the line of `offset` ends, before LF or CRLF. */
export function lineEnd(text: string, offset: number): number {
  const lineFeed = lineFeedAfter(text, offset);
  return lineFeed < text.length && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed;
}

/** The start of the line after that of `offset`; the length of the text if there is none. */
export function nextLineStart(text: string, offset: number): number {
  return Math.min(lineFeedAfter(text, offset) + 1, text.length);
}

/** The lines of a span that starts at a line's start. An empty text after its last line end does not count. */
export function linesOf(text: string, span: Span = { start: 0, end: text.length }): readonly Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end;) {
    const lineFeed = text.indexOf("\n", start);
    const isLast = lineFeed === -1 || lineFeed >= span.end;
    const next = isLast ? span.end : lineFeed + 1;
    const end = isLast ? span.end : lineFeed > start && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** The first line of `span`, without its line end. */
export function firstLine(text: string, span: Span): Span {
  const lineFeed = text.indexOf("\n", span.start);
  if (lineFeed === -1 || lineFeed >= span.end) return span;
  return {
    start: span.start,
    end: lineFeed > span.start && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed,
  };
}

/** The line end that a text uses at `offset`: that of its line or, in the last line, of the line before. */
export function lineBreakAt(text: string, offset: number): "\n" | "\r\n" {
  const following = text.indexOf("\n", offset);
  const lineFeed = following === -1 ? text.lastIndexOf("\n") : following;
  return text[lineFeed - 1] === "\r" ? "\r\n" : "\n";
}

/** Where each line starts. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let lineFeed = text.indexOf("\n"); lineFeed !== -1; lineFeed = text.indexOf("\n", lineFeed + 1))
    starts.push(lineFeed + 1);
  return starts;
}

/** The offset at which a line starts; 0 if the text has no such line. */
export function offsetOfLine(text: string, line: number): number {
  return lineStarts(text)[line - 1] ?? 0;
}

/** The line of `offset`. For many offsets of one text, `lineNumbers` is faster. */
export function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let lineFeed = text.indexOf("\n"); lineFeed !== -1 && lineFeed < offset; line++)
    lineFeed = text.indexOf("\n", lineFeed + 1);
  return line;
}

/** Returns a function that gives the line of an offset. */
export function lineNumbers(text: string): (offset: number) => number {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  return { line: lineNumber(text, offset), column: offset - lineStart(text, offset) + 1 };
}
