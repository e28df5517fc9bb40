import type { Span, TextEdit } from "./edit.js";
import { once } from "./memoize.js";

/**
 * A text made from a part of another (a YAML scalar's content, a here-document's body, the inside of
 * `bash -c '...'`), that knows for each of its offsets where it stands in the file.
 *
 * One character may have several before it in the file that make nothing (indentation, an escape's
 * backslash), so a boundary between two characters has two places in the file: where the character
 * before it ends, and where the one after it starts.
 */
export interface MappedText {
  readonly text: string;
  /** Offset in the file where the character at `offset` starts. */
  startInFile(offset: number): number;
  /** Offset in the file where the character before `offset` ends; for 0, where the text's place begins. */
  endInFile(offset: number): number;
  /**
   * The edit of the file that puts `replacement` in the place of `[start, end)` of this text, written
   * as each layer below needs it (indented, escaped, quoted). Whole lines replace whole lines.
   * `undefined` where a layer cannot express it.
   */
  edit(start: number, end: number, replacement: string): TextEdit | undefined;
}

/** The part of the file that `[start, end)` of a text was made from. */
export function spanInFile(text: MappedText, start: number, end: number): Span {
  const startInFile = text.startInFile(start);
  return { start: startInFile, end: end > start ? Math.max(startInFile, text.endInFile(end)) : startInFile };
}

/** A file's own text: every offset stands for itself. */
export function fileText(text: string): MappedText {
  return {
    text,
    startInFile: (offset) => offset,
    endInFile: (offset) => offset,
    edit: (start, end, replacement) => ({ start, end, text: replacement }),
  };
}

/** A text that stands nowhere in the file, such as the output of a program. Positions fall on `anchor`. */
export function unmappedText(text: string, anchor: Span): MappedText {
  return {
    text,
    startInFile: () => anchor.start,
    endInFile: () => anchor.end,
    edit: () => undefined,
  };
}

/**
 * A text that is known before its places are. Most texts of a file are looked at, and few are pointed at or edited:
 * the places are found when one is asked for.
 */
export function lazyText(text: string, build: () => MappedText): MappedText {
  const get = once(build);
  return {
    text,
    startInFile: (offset) => get().startInFile(offset),
    endInFile: (offset) => get().endInFile(offset),
    edit: (start, end, replacement) => get().edit(start, end, replacement),
  };
}

/** A span that is found when it is asked for. */
export function lazySpan(build: () => Span): Span {
  const get = once(build);
  return {
    get start() {
      return get().start;
    },
    get end() {
      return get().end;
    },
  };
}
