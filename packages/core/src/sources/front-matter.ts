import { lineFeedAfter, nextLineStart, type Line, type Span } from "../text/index.js";

/** The YAML at the top of a Markdown file, between two lines of `---`, as gh-aw finds it. */
export interface FrontMatter {
  /** The lines between the delimiters, each with its line end. */
  readonly span: Span;
  /** What follows the second delimiter's line. */
  readonly body: Span;
}

/**
 * Finds the front matter of a file; `unclosed` where the second delimiter is missing, which gh-aw refuses, `undefined`
 * where there is none (frontmatter_hash.go, `extractFrontmatterAndBodyText`).
 */
export function findFrontMatter(text: string): FrontMatter | "unclosed" | undefined {
  const first = lineAt(text, text.startsWith("\uFEFF") ? 1 : 0);
  if (!isDelimiter(text, first)) return undefined;
  for (let line = first; line.next < text.length;) {
    line = lineAt(text, line.next);
    if (!isDelimiter(text, line)) continue;
    return {
      span: { start: first.next, end: line.start },
      body: { start: line.next, end: text.length },
    };
  }
  return "unclosed";
}

/** The line that starts at `start`. */
function lineAt(text: string, start: number): Line {
  return { start, end: lineFeedAfter(text, start), next: nextLineStart(text, start) };
}

function isDelimiter(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === "---";
}
