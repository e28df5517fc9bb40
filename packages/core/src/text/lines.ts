import type { Span } from "./span.js";

/** The first line of `span`, without its line end. */
export function firstLine(text: string, span: Span): Span {
  const lineFeed = text.indexOf("\n", span.start);
  if (lineFeed === -1 || lineFeed >= span.end) return span;
  return {
    start: span.start,
    end: lineFeed > span.start && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed,
  };
}
