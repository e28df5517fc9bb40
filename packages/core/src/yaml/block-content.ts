import { linesOf, type DerivedTextBuilder, type Line, type Span } from "../text/index.js";

/** The header of a block scalar, such as `|` or `>2-`. */
export interface BlockHeader {
  readonly folded: boolean;
  /** `-` drops the line ends after the last line, `+` keeps them all, neither keeps one. */
  readonly chomping: "" | "-" | "+";
  /** Whether a digit gives the indentation; otherwise the first line does. */
  readonly explicitIndent: boolean;
  /** Where the first line of the content starts. */
  readonly end: number;
}

/** A line of a block scalar, by its offsets in the file. */
export interface BlockLine extends Line {
  /** Where its leading spaces end. */
  readonly spacesEnd: number;
}

/** The lines of a block scalar; the first starts at the start of `span`. */
export function readBlockLines(text: string, span: Span): readonly BlockLine[] {
  return linesOf(text, span).map((line) => {
    let spacesEnd = line.start;
    while (spacesEnd < line.end && text[spacesEnd] === " ") spacesEnd += 1;
    return { ...line, spacesEnd };
  });
}

/** The number of spaces before a line's first other character. */
export function indentOf(line: BlockLine): number {
  return line.spacesEnd - line.start;
}

/** Whether a line holds only spaces. */
export function isBlank(line: BlockLine): boolean {
  return line.spacesEnd === line.end;
}

/** Passes the content of a block scalar whose lines are indented by `indent`, piece by piece, to `builder`. */
export function readBlockContent(
  text: string,
  header: BlockHeader,
  lines: readonly BlockLine[],
  indent: number,
  builder: DerivedTextBuilder,
): void {
  const lastContent = lines.findLastIndex((line) => hasContent(line, indent));
  lines.forEach((line, index) => {
    builder.copy(Math.min(line.start + indent, line.spacesEnd), line.end);
    switch (lineEndRole(index)) {
      case "kept":
        if (line.next - line.end === 1) builder.copy(line.end, line.next);
        else builder.replace(line.end, line.next, "\n");
        break;
      case "space":
        builder.replace(line.end, line.next, " ");
        break;
      case "dropped":
        break;
    }
  });

  function lineEndRole(index: number): "kept" | "space" | "dropped" {
    if (index > lastContent) {
      // Trailing spaces at the end of the file do not form a line.
      const line = lines[index];
      return header.chomping === "+" && line && line.next > line.end ? "kept" : "dropped";
    }
    if (index === lastContent) return header.chomping === "-" ? "dropped" : "kept";
    return header.folded ? foldedLineEndRole(index) : "kept";
  }

  /** Between two lines of prose, a single line end becomes a space, and the first of several is dropped. */
  function foldedLineEndRole(index: number): "kept" | "space" | "dropped" {
    if (!isProse(lines[index])) return "kept";
    let next = index + 1;
    while (next < lastContent && !hasContent(lines[next], indent)) next += 1;
    if (!isProse(lines[next])) return "kept";
    return next === index + 1 ? "space" : "dropped";
  }

  /** Lines with extra indentation, whether spaces or a tab, are not folded. */
  function isProse(line: BlockLine | undefined): boolean {
    return line !== undefined && !isBlank(line) && indentOf(line) <= indent && text[line.spacesEnd] !== "\t";
  }
}

/** Spaces beyond the indentation are content. */
function hasContent(line: BlockLine | undefined, indent: number): boolean {
  return line !== undefined && (!isBlank(line) || indentOf(line) > indent);
}
