import type { DerivedTextBuilder } from "../text/index.js";
import type { BlockHeader } from "./block-header.js";
import { indentOf, isBlank, type BlockLine } from "./block-lines.js";

/** Tells the content of a block scalar whose lines are indented by `indent`, piece by piece, to `builder`. */
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
      // Spaces before the end of the file are no line of their own.
      const line = lines[index];
      return header.chomping === "+" && line && line.next > line.end ? "kept" : "dropped";
    }
    if (index === lastContent) return header.chomping === "-" ? "dropped" : "kept";
    return header.folded ? foldedLineEndRole(index) : "kept";
  }

  /** Between two lines of prose a single line end is a space, and the first of several is nothing. */
  function foldedLineEndRole(index: number): "kept" | "space" | "dropped" {
    if (!isProse(lines[index])) return "kept";
    let next = index + 1;
    while (next < lastContent && !hasContent(lines[next], indent)) next += 1;
    if (!isProse(lines[next])) return "kept";
    return next === index + 1 ? "space" : "dropped";
  }

  /** More indented lines, also by a tab, are not folded. */
  function isProse(line: BlockLine | undefined): boolean {
    return line !== undefined && !isBlank(line) && indentOf(line) <= indent && text[line.spacesEnd] !== "\t";
  }
}

/** Spaces beyond the indentation are content. */
function hasContent(line: BlockLine | undefined, indent: number): boolean {
  return line !== undefined && (!isBlank(line) || indentOf(line) > indent);
}
