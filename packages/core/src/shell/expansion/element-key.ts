import type { Word } from "unbash";
import type { Context } from "../context.js";
import type { Variable } from "../state/variables.js";
import { knownText, type Value } from "../values/value.js";
import { evaluateValue } from "./arithmetic/evaluate.js";
import { expandOperand } from "./single-text.js";

/**
 * The key that an index in brackets stands for: a negative index counts from behind the last element. The key is negative
 * only if there is no such element, which is an error.
 */
export function elementKey(
  index: Word,
  variable: Variable | undefined,
  context: Context,
): string | undefined {
  return keyOfText(expandOperand(index, context), variable, context);
}

/** The same for an index whose quotes and expansions are gone. */
export function keyOfText(text: Value, variable: Variable | undefined, context: Context): string | undefined {
  if (variable?.isAssociative === true) return knownText(text);
  const value = evaluateValue(text, true, context);
  if (value === undefined || value >= 0n) return value?.toString();
  // Bash does not read a text at a negative index, but assigns it. What is unknown may have any number of elements.
  if (variable?.value) return undefined;
  const last = Math.max(-1, ...[...(variable?.elements?.keys() ?? [])].map(Number));
  return String(BigInt(last) + 1n + value);
}

/** Whether a key is that of no element, so that assigning it is an error. */
export function isBadKey(key: string, variable: Variable | undefined): boolean {
  return key.startsWith("-") && variable?.isAssociative !== true;
}
