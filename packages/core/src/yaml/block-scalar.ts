import { deriveText, fileText, lineBreakAt, type Encode, type MappedText, type Span } from "../text/index.js";
import {
  indentOf,
  isBlank,
  readBlockContent,
  readBlockLines,
  type BlockHeader,
  type BlockLine,
} from "./block-content.js";
import { isPrintable } from "./escaping.js";
import type { ScalarReading } from "./node.js";

/** The header and the lines of a block scalar. */
interface Block {
  readonly header: BlockHeader;
  readonly lines: readonly BlockLine[];
  /** The first line that is not blank. */
  readonly firstText: BlockLine | undefined;
}

/** Reads a block scalar that the parser resolved to `value`. */
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

/** The indentation of the lines, in spaces; `undefined` if all are blank. */
function indentation({ header, lines, firstText }: Block, value: string): number | undefined {
  if (!firstText || !header.explicitIndent) return firstText && indentOf(firstText);
  // The digit counts from the parent's indentation, which only the parser knows; its value shows the sum.
  const index = lines.indexOf(firstText);
  const content = value.split("\n", index + 1)[index] ?? "";
  return indentOf(firstText) - Math.max(0, content.search(/[^ ]/));
}

/** Whether the parser finds the same indentation and the same end of the block after an edit. */
function keepsIndent(before: Block, { header, lines, firstText }: Block, indent: number): boolean {
  const last = lines.at(-1);
  // Without text, nothing marks where the block ends: a less indented comment would become its first line.
  if (!before.firstText || !firstText || !last) return false;
  // Trailing blank lines are read with the first line's indentation, whatever the header says.
  if (indentOf(firstText) !== indentOf(before.firstText)) return false;
  if (isBlank(last) && header.chomping !== "+") return false;
  const leading = header.explicitIndent ? [] : lines.slice(0, lines.indexOf(firstText));
  return (
    lines.every((line) => isBlank(line) || indentOf(line) >= indent) &&
    leading.every((line) => indentOf(line) <= indent)
  );
}

function readBlockHeader(text: string, span: Span): BlockHeader {
  let chomping: BlockHeader["chomping"] = "";
  let explicitIndent = false;
  let position = span.start + 1;
  for (; position < span.end; position++) {
    const indicator = text.charAt(position);
    if (indicator === "-" || indicator === "+") chomping = indicator;
    else if (indicator >= "1" && indicator <= "9") explicitIndent = true;
    else break;
  }
  const lineFeed = text.indexOf("\n", position);
  const end = lineFeed === -1 || lineFeed >= span.end ? span.end : lineFeed + 1;
  return { folded: text[span.start] === ">", chomping, explicitIndent, end };
}

/** Writes lines as a block scalar holds them. Blank lines get no indentation. */
function blockEncoder(folded: boolean, indent: number, lineEnd: string): Encode {
  const spaces = " ".repeat(indent);
  // In folded text, a single line end would be read as a space.
  const afterText = folded ? lineEnd + lineEnd : lineEnd;

  return (text, wholeLines) => {
    if (!isPrintable(text)) return undefined;
    const lines = text.split("\n");
    const rest = lines.pop() ?? "";
    let result = "";
    lines.forEach((line, index) => {
      // The first line continues a line that already has its indentation.
      const continued = index === 0 && !wholeLines;
      if (line === "" && !continued) result += lineEnd;
      else result += (continued ? "" : spaces) + line + afterText;
    });
    return wholeLines || lines.length === 0 ? result + rest : result + spaces + rest;
  };
}
