import type { Span } from "../text/index.js";

/** A line that is neither blank nor a comment, without its line end. */
export interface ContentLine extends Span {
  /** The offset of the first character that is not a blank. */
  readonly content: number;
}

/**
 * The lines of a span that are indented by at most `deepest` spaces, or all of them without `deepest`. The span starts
 * at a line's start or after a byte order mark.
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

/** A line of a file's leading comments. */
export interface LeadingComment {
  /** The line from its `#` on, without trailing blanks; empty for an empty line. */
  readonly content: string;
  /** Offset of the content in the file. */
  readonly start: number;
}

/** The comments and empty lines before the first line of YAML. */
export function* leadingComments(text: string): Generator<LeadingComment> {
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start < text.length) {
    const lineFeed = text.indexOf("\n", start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(start, end);
    const content = line.trim();
    if (content !== "" && !content.startsWith("#")) return;
    yield { content, start: start + line.length - line.trimStart().length };
    start = end + 1;
  }
}

/** The offset at which a file's leading comments end. */
export function headerEnd(text: string): number {
  let end = 0;
  for (const { content, start } of leadingComments(text)) end = start + content.length;
  return end;
}
