import {
  deriveText,
  fileText,
  type DerivedTextBuilder,
  type Encode,
  type MappedText,
  type Span,
} from "../text/index.js";
import { isNullWord } from "./core-schema.js";
import { escapeAt, escapeCharacter, escapeUnprintable, isPrintable } from "./escaping.js";
import type { FlowStyle, ScalarReading } from "./node.js";

/** Reads a plain or quoted scalar; `undefined` if its closing quote is missing. */
export function readFlowScalar(
  file: MappedText,
  span: Span,
  style: FlowStyle,
  inFlow: boolean,
): ScalarReading | undefined {
  const source = file.text.slice(span.start, span.end);
  if (style !== "plain" && (source.length < 2 || source.at(0) !== source.at(-1))) return undefined;
  const indent = continuationIndent(source);
  return {
    text: derive(file, span, style),
    reread(edited) {
      if (style === "plain" && !isPlain(edited, inFlow)) return undefined;
      // A blank line that got text may have too little indentation for it.
      if (continuationIndent(edited) < indent) return undefined;
      return derive(fileText(edited), { start: 0, end: edited.length }, style).text;
    },
  };
}

/** The smallest indentation of the lines after the first, blank ones aside. */
function continuationIndent(source: string): number {
  const [, ...continued] = source.split(/\r?\n/);
  return continued
    .map((line) => line.search(/[^ ]/))
    .filter((indent) => indent !== -1)
    .reduce((smallest, indent) => Math.min(smallest, indent), Infinity);
}

function derive(file: MappedText, span: Span, style: FlowStyle): MappedText {
  const content = style === "plain" ? span : { start: span.start + 1, end: span.end - 1 };
  const builder = deriveText(file, content, flowEncoder(style));
  readContent(file.text, style, content, builder);
  return builder.build();
}

/** Passes the content of a plain or quoted scalar, piece by piece, to `builder`. */
function readContent(text: string, style: FlowStyle, content: Span, builder: DerivedTextBuilder): void {
  let position = content.start;
  let copied = position;
  function replace(length: number, replacement: string): void {
    builder.copy(copied, position);
    builder.replace(position, position + length, replacement);
    position += length;
    copied = position;
  }
  while (position < content.end) {
    const character = text[position];
    if (isBlank(text, position)) {
      const end = blankEnd(text, position, content.end);
      if (text.slice(position, end).includes("\n")) {
        builder.copy(copied, position);
        foldLines(text, { start: position, end }, builder);
        copied = end;
      }
      position = end;
    } else if (style === "single-quoted" && character === "'") {
      replace(2, "'");
    } else if (style === "double-quoted" && character === "\\") {
      const escape = escapeAt(text, position, content.end);
      replace(escape.length, escape.text);
    } else {
      position += 1;
    }
  }
  builder.copy(copied, content.end);
}

/** Whether there is a space, a tab or a line end. A carriage return without a line feed is content for the parser. */
function isBlank(text: string, position: number): boolean {
  const character = text[position];
  return (
    character === " " ||
    character === "\t" ||
    character === "\n" ||
    (character === "\r" && text[position + 1] === "\n")
  );
}

function blankEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isBlank(text, end)) end += 1;
  return end;
}

/** A single line end becomes a space; of several, the first is dropped and each further one becomes a line feed. */
function foldLines(text: string, blanks: Span, builder: DerivedTextBuilder): void {
  const first = text.indexOf("\n", blanks.start);
  let lineFeed = text.indexOf("\n", first + 1);
  if (lineFeed === -1 || lineFeed >= blanks.end) {
    builder.replace(blanks.start, blanks.end, " ");
    return;
  }
  let start = blanks.start;
  while (lineFeed !== -1 && lineFeed < blanks.end) {
    builder.replace(start, lineFeed + 1, "\n");
    start = lineFeed + 1;
    lineFeed = text.indexOf("\n", start);
  }
}

/** Encodes text on one line for plain and quoted scalars. */
function flowEncoder(style: FlowStyle): Encode {
  switch (style) {
    case "plain":
      return (text) => (isOneLine(text) ? text : undefined);
    case "single-quoted":
      return (text) => (isOneLine(text) ? text.replaceAll("'", "''") : undefined);
    case "double-quoted":
      return (text) => escapeUnprintable(text.replace(/["\\\t\n]/g, escapeCharacter), escapeCharacter);
  }
}

function isOneLine(text: string): boolean {
  return isPrintable(text) && !text.includes("\n");
}

/** Whether `source` is valid as a plain scalar: not null, and no comment, key, list or other style starts in it. */
function isPlain(source: string, inFlow: boolean): boolean {
  return (
    !isNullWord(source) &&
    !/^\s|\s$/.test(source) &&
    !/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)/.test(source) &&
    !/\s#|:(?:\s|$)/.test(source) &&
    !(inFlow && /[,[\]{}]/.test(source))
  );
}
