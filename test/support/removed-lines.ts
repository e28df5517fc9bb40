import { diffChars, diffLines } from "diff";

/** The lines of the old text that the new text lacks; moved and extended lines do not count. */
export function removedLines(before: string, after: string): readonly string[] {
  const removed: string[] = [];
  const added: string[] = [];
  for (const change of diffLines(before, after)) {
    if (change.removed) removed.push(...change.value.split("\n"));
    if (change.added) added.push(...change.value.split("\n"));
  }
  const isExtended = (line: string, other: string): boolean =>
    diffChars(line, other).every((change) => !change.removed);
  return removed.filter((line) => !added.includes(line) && !added.some((other) => isExtended(line, other)));
}
