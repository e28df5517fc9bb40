import type { Span, TextEdit } from "./edit.js";
import type { MappedText } from "./mapped-text.js";

/**
 * Encodes a text of this layer for the layer below; `undefined` if that layer cannot hold it.
 * With `wholeLines`, `text` starts a line and ends with a line feed (or is empty).
 */
export type Encode = (text: string, wholeLines: boolean) => string | undefined;

/** A run of characters of the derived text and the part of its parent that produced it. */
interface Piece {
  readonly start: number;
  readonly length: number;
  readonly parentStart: number;
  readonly parentLength: number;
  /** Each character stands for itself, so that offsets inside the piece can be mapped. */
  readonly verbatim: boolean;
}

/** Builds a text derived from `parent`, piece by piece, in the order of both. */
export interface DerivedTextBuilder {
  /** The characters of `[start, end)` of the parent stand for themselves. */
  copy(start: number, end: number): void;
  /** The characters of `[start, end)` of the parent produce `text`: an escape, a line fold, an expansion. */
  replace(start: number, end: number, text: string): void;
  build(): MappedText;
}

/** Starts a text derived from `span` of `parent`. Parts of the span that are neither copied nor replaced produce nothing. */
export function deriveText(parent: MappedText, span: Span, encode: Encode): DerivedTextBuilder {
  const pieces: Piece[] = [];
  const chunks: string[] = [];
  let length = 0;
  // The piece that is still growing: adjacent characters that stand for themselves form one piece.
  let open: { start: number; length: number; parentStart: number; parentLength: number } | undefined;

  function close(): void {
    if (open) pieces.push({ ...open, verbatim: true });
    open = undefined;
  }

  function add(text: string): void {
    chunks.push(text);
    length += text.length;
  }

  return {
    copy(start, end) {
      if (end <= start) return;
      if (open && open.parentStart + open.parentLength === start) {
        open.length += end - start;
        open.parentLength += end - start;
      } else {
        close();
        open = { start: length, length: end - start, parentStart: start, parentLength: end - start };
      }
      add(parent.text.slice(start, end));
    },
    replace(start, end, text) {
      if (text.length === 0) return;
      close();
      pieces.push({
        start: length,
        length: text.length,
        parentStart: start,
        parentLength: end - start,
        verbatim: false,
      });
      add(text);
    },
    build() {
      close();
      return mapPieces(parent, span, encode, chunks.join(""), pieces);
    },
  };
}

function mapPieces(
  parent: MappedText,
  span: Span,
  encode: Encode,
  text: string,
  pieces: readonly Piece[],
): MappedText {
  /** Index of the piece that holds the character at `offset`; -1 in an empty text. */
  function pieceAt(offset: number): number {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces.length === 0 ? -1 : low;
  }

  function startInParent(offset: number): number {
    const piece = pieces[pieceAt(offset)];
    if (!piece) return span.end;
    if (offset >= piece.start + piece.length) return piece.parentStart + piece.parentLength;
    return piece.parentStart + (piece.verbatim ? Math.max(0, offset - piece.start) : 0);
  }

  function endInParent(offset: number): number {
    if (offset <= 0) return span.start;
    const piece = pieces[pieceAt(offset - 1)];
    if (!piece) return span.start;
    return (
      piece.parentStart + (piece.verbatim ? Math.min(piece.length, offset - piece.start) : piece.parentLength)
    );
  }

  /** An offset inside an escape or an expansion corresponds to no offset of the parent. */
  function splitsPiece(offset: number): boolean {
    const piece = pieces[pieceAt(offset)];
    return (
      piece !== undefined && !piece.verbatim && offset > piece.start && offset < piece.start + piece.length
    );
  }

  function isLineStart(offset: number): boolean {
    return offset === 0 || text[offset - 1] === "\n";
  }

  function edit(start: number, end: number, replacement: string): TextEdit | undefined {
    if (start < 0 || end < start || end > text.length || splitsPiece(start) || splitsPiece(end))
      return undefined;
    const wholeLines =
      isLineStart(start) &&
      isLineStart(end) &&
      (replacement.endsWith("\n") || (replacement === "" && end > start));
    const endsLine = !wholeLines && end > start && text[end - 1] === "\n";
    // A replacement that keeps the line feed also keeps the next line's indentation.
    if (endsLine && replacement.endsWith("\n")) return edit(start, end - 1, replacement.slice(0, -1));
    const encoded = encode(replacement, wholeLines);
    if (encoded === undefined) return undefined;
    const parentStart = wholeLines ? endInParent(start) : startInParent(start);
    // When two lines become one, the next line's indentation is removed with the line feed.
    const parentEnd = start === end ? parentStart : endsLine ? startInParent(end) : endInParent(end);
    return parentEnd < parentStart ? undefined : parent.edit(parentStart, parentEnd, encoded);
  }

  return {
    text,
    startInFile: (offset) => parent.startInFile(startInParent(offset)),
    endInFile: (offset) => parent.endInFile(endInParent(offset)),
    edit,
  };
}
