import type { TextEdit } from "./edit.js";
import type { MappedText } from "./mapped-text.js";

/** An offset within one of the parts. */
interface Place {
  readonly index: number;
  readonly part: MappedText;
  readonly offset: number;
}

/** Concatenates texts, such as those that several commands append to one file. */
export function joinTexts(parts: readonly MappedText[]): MappedText {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.text.length;
  }

  /** The last part that starts at or before `offset` and is not empty; the first if all are empty. */
  function partAt(offset: number): Place | undefined {
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      const start = starts[index];
      if (!part || start === undefined || part.text.length === 0) continue;
      if (start <= offset) return { index, part, offset: offset - start };
    }
    return only && { index: 0, part: only, offset: 0 };
  }

  /** The part whose character ends at `offset`. */
  function partBefore(offset: number): Place | undefined {
    if (offset === 0) return partAt(0);
    const found = partAt(offset - 1);
    return found && { ...found, offset: found.offset + 1 };
  }

  function editPart(
    from: Place | undefined,
    to: Place | undefined,
    replacement: string,
  ): TextEdit | undefined {
    if (!from || from.index !== to?.index || to.offset < from.offset) return undefined;
    // An edit of a part that occurs twice would change both occurrences.
    if (parts.indexOf(from.part) !== parts.lastIndexOf(from.part)) return undefined;
    return from.part.edit(from.offset, to.offset, replacement);
  }

  return {
    text: parts.map((part) => part.text).join(""),
    startInFile(offset) {
      const found = partAt(offset);
      return found ? found.part.startInFile(found.offset) : 0;
    },
    endInFile(offset) {
      const found = partBefore(offset);
      return found ? found.part.endInFile(found.offset) : 0;
    },
    edit(start, end, replacement) {
      if (start < 0 || end < start || end > length) return undefined;
      const from = partAt(start);
      const before = partBefore(end);
      if (end > start) return editPart(from, before, replacement);
      return editPart(from, from, replacement) ?? editPart(before, before, replacement);
    },
  };
}
