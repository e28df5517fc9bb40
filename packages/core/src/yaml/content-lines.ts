import type { Span } from "../text/index.js";

/** A line that is neither blank nor a comment, without its line end. */
export interface ContentLine extends Span {
  /** The offset of the first character that is not a blank. */
  readonly content: number;
}

/**
 * The lines of a span that are indented by at most `deepest` blanks. The span starts where a line does, or behind a
 * byte order mark.
 */
export function* contentLines(text: string, span: Span, deepest?: number): Generator<ContentLine, undefined> {
  const pattern = new RegExp(`(^\uFEFF?|\n)( {0,${deepest ?? ""}})[^ #\r\n][^\r\n]*`, "g");
  pattern.lastIndex = Math.max(0, span.start - 1);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, before = "", indentation = ""] = match;
    const start = match.index + before.length;
    if (start >= span.end) return undefined;
    yield { start, end: pattern.lastIndex, content: start + indentation.length };
  }
  return undefined;
}
