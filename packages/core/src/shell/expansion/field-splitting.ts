import type { Context } from "../context.js";
import { sliceValue, textValue, type Unknown, unknownValue, type Value } from "../values/value.js";
import type { Piece } from "./field-pieces.js";
import { separatorsOf } from "./separators.js";

/** Splits the result of an expansion at the characters of `IFS`: calls `add` for each piece, and `close` at the end of each field. */
export function splitInto(
  value: Value,
  context: Context,
  add: (piece: Piece) => void,
  close: () => void,
): void {
  const separators = separatorsOf(context.state);
  const { text } = value.text;
  if (typeof separators === "object") {
    if (text !== "") add({ value: unknownValue(separators), isExpansion: true, isQuoted: false });
    return;
  }
  const piece = (start: number, end: number): void => {
    if (end > start) add({ value: sliceValue(value, start, end), isExpansion: true, isQuoted: false });
  };
  if (separators === "" || !Array.from(separators).some((separator) => text.includes(separator))) {
    piece(0, text.length);
    return;
  }
  const isBlank = (character: string): boolean => /[ \t\n]/.test(character);
  let start = 0;
  let hasField = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (!separators.includes(character)) continue;
    if (value.guesses.some((guess) => guess.start <= index && guess.end > index)) continue;
    if (index > start) hasField = true;
    piece(start, index);
    // A separator that is not a blank ends a field even if the field is empty.
    if (!isBlank(character) && !hasField && index === start)
      add({
        value: textValue("", value.guesses[0]?.unknown.origin ?? { start: 0, end: 0 }),
        isExpansion: true,
        isQuoted: true,
      });
    close();
    hasField = isBlank(character) ? hasField : false;
    start = index + 1;
  }
  piece(start, text.length);
}

/** Whether an unquoted value may become no word or several. */
export function maySplit({ guesses }: Value): boolean {
  return guesses.some(({ unknown }) => !isOneWord(unknown));
}

function isOneWord({ id, distinct, integer }: Unknown): boolean {
  return distinct === true || integer === "never empty" || ONE_WORD.test(id);
}

/** Values of GitHub's that are never empty and hold neither blanks nor patterns. */
const ONE_WORD =
  /^expression (?:github\.(?:actor|job|ref|ref_name|repository|repository_id|repository_owner|run_attempt|run_id|run_number|sha)|runner\.arch)$/;
