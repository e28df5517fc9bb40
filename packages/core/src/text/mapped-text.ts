import type { Span, TextEdit } from "./edit.js";
import { once } from "./memoize.js";

/**
 * A text derived from a part of another (a YAML scalar's content, a here-document's body, the inside of
 * `bash -c '...'`) that maps each of its offsets to the file.
 *
 * In the file, characters that produce nothing (indentation, an escape's backslash) may stand between two
 * characters of the text, so a boundary between these two has two offsets in the file: where the character
 * before it ends, and where the one after it starts.
 */
export interface MappedText {
  readonly text: string;
  /** Offset in the file where the character at `offset` starts. */
  startInFile(offset: number): number;
  /** Offset in the file where the character before `offset` ends; for 0, where the text's span in the file starts. */
  endInFile(offset: number): number;
  /**
   * The edit of the file that replaces `[start, end)` of this text with `replacement`, encoded for each
   * layer below (indented, escaped, quoted). Whole lines replace whole lines.
   * `undefined` if a layer cannot express it.
   */
  edit(start: number, end: number, replacement: string): TextEdit | undefined;
}

/** The span of the file that `[start, end)` of a text was derived from. */
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

/** A text that does not occur in the file, such as the output of a program. All positions map to `anchor`. */
export function unmappedText(text: string, anchor: Span): MappedText {
  return {
    text,
    startInFile: () => anchor.start,
    endInFile: () => anchor.end,
    edit: () => undefined,
  };
}

/**
 * A text whose mapping to the file is built on first use: most texts of a file are only read, few are reported or
 * edited.
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

/** A span that is computed on first use. */
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
