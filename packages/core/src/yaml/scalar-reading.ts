import type { MappedText } from "../text/index.js";

/** A scalar's content as derived from the file, and the way to read its source again after an edit. */
export interface ScalarReading {
  readonly text: MappedText;
  /** The content of another source of the same scalar; `undefined` if the parser could read it differently. */
  reread(source: string): string | undefined;
}
