/** A part of a text, by offsets in UTF-16 code units from 0; `end` is the offset after the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the characters of a span with `text`; with an empty span, it is an insertion. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * Applies edits whose offsets all refer to the unedited text. Insertions at one offset keep their order.
 *
 * @throws RangeError if an edit lies outside the text or two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let position = 0;
  for (const edit of ordered) {
    if (edit.start < 0 || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `Edit ${edit.start}-${edit.end} lies outside a text of ${text.length} characters.`,
      );
    }
    if (edit.start < position) {
      throw new RangeError(`Edit ${edit.start}-${edit.end} overlaps the one that ends at ${position}.`);
    }
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}
