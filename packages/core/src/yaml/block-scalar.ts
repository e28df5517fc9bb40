import { deriveText, fileText, type MappedText, type Span } from "../text/index.js";
import { readBlockContent } from "./block-content.js";
import { blockEncoder } from "./block-encoding.js";
import { readBlockHeader, type BlockHeader } from "./block-header.js";
import { indentOf, isBlank, readBlockLines, type BlockLine } from "./block-lines.js";
import { lineBreakAt } from "../text/index.js";
import type { ScalarReading } from "./scalar-reading.js";

/** The header and the lines of a block scalar. */
interface Block {
  readonly header: BlockHeader;
  readonly lines: readonly BlockLine[];
  /** The first line that is not blank. */
  readonly firstText: BlockLine | undefined;
}

/** Reads a block scalar that the parser found to mean `value`. */
export function readBlockScalar(file: MappedText, span: Span, value: string): ScalarReading {
  const block = readBlock(file.text, span);
  const indent = indentation(block, value);
  return {
    text: derive(file, span, block, indent),
    reread(source) {
      const edited = readBlock(source, { start: 0, end: source.length });
      if (indent === undefined || !keepsIndent(block, edited, indent)) return undefined;
      return derive(fileText(source), { start: 0, end: source.length }, edited, indent).text;
    },
  };
}

function readBlock(text: string, span: Span): Block {
  const header = readBlockHeader(text, span);
  const lines = readBlockLines(text, { start: header.end, end: span.end });
  return { header, lines, firstText: lines.find((line) => !isBlank(line)) };
}

function derive(
  file: MappedText,
  span: Span,
  { header, lines }: Block,
  indent: number | undefined,
): MappedText {
  const encode = blockEncoder(header.folded, indent ?? 0, lineBreakAt(file.text, span.start));
  const builder = deriveText(file, { start: header.end, end: span.end }, encode);
  readBlockContent(file.text, header, lines, indent ?? Infinity, builder);
  return builder.build();
}

/** How far the lines are indented; `undefined` if all are blank. */
function indentation({ header, lines, firstText }: Block, value: string): number | undefined {
  if (!firstText || !header.explicitIndent) return firstText && indentOf(firstText);
  // The digit counts from the parent's indentation, which only the parser knows; its value shows the sum.
  const index = lines.indexOf(firstText);
  const content = value.split("\n", index + 1)[index] ?? "";
  return indentOf(firstText) - Math.max(0, content.search(/[^ ]/));
}

/** The parser finds the same indentation in a block after an edit, and the same end of the block. */
function keepsIndent(before: Block, { header, lines, firstText }: Block, indent: number): boolean {
  const last = lines.at(-1);
  // Without text, nothing shows where the block ends: a less indented comment would be its first line.
  if (!before.firstText || !firstText || !last) return false;
  // Blank lines at the end are read by the first line's indentation, whatever the header says.
  if (indentOf(firstText) !== indentOf(before.firstText)) return false;
  if (isBlank(last) && header.chomping !== "+") return false;
  const leading = header.explicitIndent ? [] : lines.slice(0, lines.indexOf(firstText));
  return (
    lines.every((line) => isBlank(line) || indentOf(line) >= indent) &&
    leading.every((line) => indentOf(line) <= indent)
  );
}
