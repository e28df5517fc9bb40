/** A line of the comments at the top of a file. */
export interface LeadingComment {
  /** The line from its `#` on, without blanks at its end; empty for an empty line. */
  readonly content: string;
  /** Offset of the content in the file. */
  readonly start: number;
}

/** The lines before the first line of YAML. */
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

/** Where the comments at the top of a file end. */
export function headerEnd(text: string): number {
  let end = 0;
  for (const { content, start } of leadingComments(text)) end = start + content.length;
  return end;
}
