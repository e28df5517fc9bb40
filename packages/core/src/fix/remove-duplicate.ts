import { linesOf, type MappedText, type TextEdit } from "../text/index.js";

/** The removal of the second definition of a key or a table. */
export interface Removal {
  /** Whether the first definition contains everything that is removed. */
  readonly isSame: boolean;
  readonly edits: readonly TextEdit[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Without surrounding blanks; empty if the line is only a comment. */
  readonly content: string;
}

/**
 * Removes the line of the key at `offset`, or the table whose header is there, up to the next header.
 * `undefined` if the line holds more than the key, or if the text cannot be edited.
 */
export function removeDuplicate(config: MappedText, offset: number): Removal | undefined {
  const lines = readLines(config.text);
  const index = lines.findLastIndex((line) => line.start <= offset);
  const first = lines[index];
  if (!first || (!isHeader(first) && config.text.slice(first.start, offset).trim() !== "")) return undefined;
  const removed = isHeader(first) ? tableAt(lines, index) : [first];
  const end = removed.reduce((_, line) => line.end, first.end);
  const edit = config.edit(first.start, end, "");
  if (!edit) return undefined;
  const kept = isHeader(first)
    ? tableAt(
        lines,
        lines.slice(0, index).findIndex(({ content }) => content === first.content),
      )
    : lines.slice(startOfTable(lines, index), index);
  const isSame = removed.every(
    (line) => line.content === "" || kept.some((other) => other.content === line.content),
  );
  return { isSame, edits: [edit] };
}

/** The lines of a header and its table, without the blank lines and comments before the next header. */
function tableAt(lines: readonly Line[], header: number): readonly Line[] {
  if (header < 0) return [];
  const next = lines.findIndex((line, index) => index > header && isHeader(line));
  const end = next === -1 ? lines.length : next;
  return lines.slice(header, 1 + lines.findLastIndex((line, index) => index < end && line.content !== ""));
}

function startOfTable(lines: readonly Line[], index: number): number {
  return Math.max(
    0,
    lines.findLastIndex((line, other) => other < index && isHeader(line)),
  );
}

function isHeader(line: Line): boolean {
  return line.content.startsWith("[");
}

function readLines(text: string): readonly Line[] {
  return linesOf(text).map(({ start, next }) => {
    const content = text.slice(start, next).trim();
    return { start, end: next, content: content.startsWith("#") ? "" : content };
  });
}
