import type { CallWord, CommandCall } from "../command-call.js";

/** Whether a word is known, and is the text. */
export function isKnown(word: CallWord | undefined, text: string): boolean {
  return word?.isKnown === true && word.value === text;
}

/** The values of a call's words, from the given one on. */
export function valuesOf(call: CommandCall, from = 1): readonly string[] {
  return call.words.slice(from).map(({ value }) => value);
}
