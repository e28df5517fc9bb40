/** Lines that a fix replaced, added or removed. */
export interface Change {
  /** The first of them in the new text, from 1; if lines were removed, the line after them. */
  readonly line: number;
  /** What was done, without a full stop. */
  readonly description: string;
}

/** The differences between two versions of a text, in line order. */
export async function changesBetween(before: string, after: string): Promise<readonly Change[]> {
  const { structuredPatch } = await import("diff");
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 0 });
  return hunks.map(({ newStart, lines }) => ({
    line: newStart,
    description: describe(linesWith("-", lines), linesWith("+", lines)),
  }));
}

function linesWith(sign: "-" | "+", lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
}

function describe(removed: readonly string[], added: readonly string[]): string {
  const [before = "", after = ""] = [removed[0], added[0]];
  if (removed.length === 0) return `${linesFrom(added)} added`;
  if (added.length === 0) return `${linesFrom(removed)} removed`;
  if (removed.length === 1 && added.length === 1) return describeLine(before, after);
  return `${linesFrom(removed)} replaced by ${linesFrom(added)}`;
}

/** `8 lines from "first"`; for a single line, the line itself. */
function linesFrom(lines: readonly string[]): string {
  const first = literal(lines.find((line) => line.trim() !== "") ?? "");
  return lines.length === 1 ? first : `${lines.length} lines from ${first}`;
}

/** The words that differ in a line. */
function describeLine(before: string, after: string): string {
  const prefix = commonStart(before, after);
  const suffix = commonEnd(before.slice(prefix), after.slice(prefix));
  if (before.length === prefix + suffix) return `${literal(insertion(after, prefix, suffix))} inserted`;
  if (after.length === prefix + suffix) return `${literal(insertion(before, prefix, suffix))} removed`;
  const start = Math.max(before.lastIndexOf(" ", prefix - 1), before.lastIndexOf("\t", prefix - 1)) + 1;
  const end = /^\S*/.exec(before.slice(before.length - suffix))?.[0].length ?? 0;
  const words = (line: string): string => literal(line.slice(start, line.length - suffix + end));
  return `${words(before)} replaced by ${words(after)}`;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

/**
 * The text that only the longer line has. If `-c b` was inserted before `-c a`, that could also be `b -c`: returns the first
 * candidate that begins with a word.
 */
function insertion(longer: string, prefix: number, suffix: number): string {
  const length = longer.length - prefix - suffix;
  let best = prefix;
  for (let start = prefix; start >= 0; start--) {
    if (!/\S/.test(longer.charAt(start - 1)) && /\S/.test(longer.charAt(start))) best = start;
    if (longer[start - 1] !== longer[start + length - 1]) break;
  }
  return longer.slice(best, best + length);
}

const longest = 60;

function literal(text: string): string {
  const line = text.trim();
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``;
}
