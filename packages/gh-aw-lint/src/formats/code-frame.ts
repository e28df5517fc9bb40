import type { LintMessage } from "../eslint/index.js";

interface FrameOptions {
  /** Of the terminal, in columns. */
  readonly width: number;
  /** The number of columns of a text. */
  readonly widthOf: (text: string) => number;
  /** Highlights the markers below the location. */
  readonly mark: (text: string) => string;
}

/** The line of a finding with its neighbours, and markers below the location; empty if it has no line. */
export function codeFrame(
  source: string,
  { line, column, endLine, endColumn }: LintMessage,
  { width, widthOf, mark }: FrameOptions,
): string {
  const lines = source.split(/\r?\n/);
  const text = lines[line - 1];
  if (text === undefined) return "";
  const digits = String(line + 1).length;
  const room = width - digits - 5;
  const start = Math.min(Math.max(column - 1, 0), text.length);
  const end = endLine === line && endColumn !== undefined ? Math.max(endColumn - 1, start + 1) : start + 1;
  // Long lines are cut so that the location is visible.
  const from = end > room ? Math.max(0, Math.min(start - 8, text.length - room)) : 0;
  const shown = (whole: string): string => {
    const part = visible(whole.slice(from, from + room));
    return whole.length > from + room ? `${part.slice(0, -1)}…` : part;
  };
  const row = (number: number): readonly string[] => {
    const neighbour = lines[number - 1];
    if (neighbour === undefined || (number !== line && neighbour.trim() === "")) return [];
    const sign = number === line ? ">" : " ";
    return [`${sign} ${String(number).padStart(digits)} | ${shown(neighbour)}`.trimEnd()];
  };
  const indent = " ".repeat(widthOf(visible(text.slice(from, start))));
  const length = widthOf(visible(text.slice(start, Math.min(end, from + room))));
  const marks = `  ${" ".repeat(digits)} | ${indent}${mark("^".repeat(Math.max(length, 1)))}`;
  return [...row(line - 1), ...row(line), marks, ...row(line + 1)].join("\n");
}

/** Removes what would move the cursor or change colors: a file can contain any character. */
function visible(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Cf}/gu, (character) => (character === "\t" ? " " : "\uFFFD"));
}
