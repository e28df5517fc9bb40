import type { Word } from "unbash";
import type { Context } from "../context.js";
import { knownText } from "../values/value.js";
import { evaluateValue } from "./arithmetic/evaluate.js";
import { expandOperand } from "./single-text.js";

/** The key that an index in brackets stands for. */
export function elementKey(index: Word, isAssociative: boolean, context: Context): string | undefined {
  const text = expandOperand(index, context);
  if (isAssociative) return knownText(text);
  const value = evaluateValue(text, true, context);
  return value === undefined ? undefined : String(value);
}
