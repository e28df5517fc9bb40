import type { Word, WordPart } from "unbash";

/** A word's parts; a word of plain characters, for which the parser lists none, is one literal. */
export function partsOf(word: Omit<Word, "type" | "value">): readonly WordPart[] {
  return word.parts ?? [{ type: "Literal", pos: word.pos, end: word.end, text: word.text, value: word.text }];
}
