import { lineBreakAt, lineEnd, lineStart, type Span, type TextEdit } from "../text/index.js";
import type { YamlEntry, YamlMapping, YamlSequence } from "./node.js";

/** A value to insert: YAML source of one word, or a list of texts, which are quoted. */
export type NewValue = string | readonly string[];

/** Adds an entry at the end of a mapping, in the style of its entries; `undefined` if that style is not supported. */
export function appendEntry(
  text: string,
  mapping: YamlMapping,
  key: string,
  value: NewValue,
): TextEdit | undefined {
  const entries = mapping.entries();
  const last = entries.at(-1);
  const first = entries[0];
  if (text[mapping.span.start] === "{") {
    const written = `${key}: ${typeof value === "string" ? value : flowList(value)}`;
    return last
      ? insertion(endOf(last, mapping), `, ${written}`)
      : insertion(mapping.span.start + 1, written);
  }
  if (!first || !last) return undefined;
  const indent = blanksBefore(text, first.keySpan.start);
  return indent === undefined
    ? undefined
    : insertLines(text, endOf(last, mapping), entryLines(indent, key, value));
}

/** The lines of a new entry of a block mapping. */
export function entryLines(indent: string, key: string, value: NewValue): readonly string[] {
  if (typeof value === "string") return [`${indent}${key}: ${value}`];
  return [`${indent}${key}:`].concat(value.map((item) => `${indent}  - ${JSON.stringify(item)}`));
}

/** Adds texts at the end of a sequence, in the style of its items; `undefined` if that style is not supported. */
export function appendItems(
  text: string,
  sequence: YamlSequence,
  items: readonly string[],
): TextEdit | undefined {
  const last = sequence.items().at(-1);
  const isInside = last && last.span.start >= sequence.span.start && last.span.end <= sequence.span.end;
  if (text[sequence.span.start] === "[") {
    const list = items.map((item) => JSON.stringify(item)).join(", ");
    if (!last) return insertion(sequence.span.start + 1, list);
    return isInside ? insertion(last.span.end, `, ${list}`) : undefined;
  }
  const dash = text[sequence.span.start] === "-" ? sequence.span.start : undefined;
  const indent = dash === undefined ? undefined : blanksBefore(text, dash);
  if (indent === undefined || !isInside) return undefined;
  return insertLines(
    text,
    last.span.end,
    items.map((item) => `${indent}- ${JSON.stringify(item)}`),
  );
}

/** Inserts lines below the line that holds `offset`, or that ends just before it. */
export function insertLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakAt(text, offset);
  return text[offset - 1] === "\n"
    ? insertion(offset, lines.map((line) => line + lineBreak).join(""))
    : insertion(lineEnd(text, offset), lines.map((line) => lineBreak + line).join(""));
}

/** Where an entry ends. An alias's node lies outside the entry, so the key's end counts. */
function endOf({ keySpan, value }: YamlEntry, { span }: YamlMapping): number {
  return value && isWithin(value.span, { start: keySpan.end, end: span.end }) ? value.span.end : keySpan.end;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function flowList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
}

/** The indentation before `offset`; `undefined` if other characters come before it on the line. */
function blanksBefore(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return before.trim() === "" ? before : undefined;
}

function insertion(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}
