import { endAtUnset } from "../state/expansion-error.js";
import type { Word, WordPart } from "unbash";
import type { CallWord } from "../command-call.js";
import { type Context, originOf, unknownAt } from "../context.js";
import { ask } from "../state/facts.js";
import { isOn } from "../state/shell-state.js";
import type { Held } from "../state/variables.js";
import { textValue, type Unknown, unknownValue, type Value } from "../values/value.js";

/** The result of a parameter expansion. */
export type Expanded =
  | { readonly kind: "value"; readonly value: Value }
  /** `$@`, `${a[@]}`: one field per element; `joins` for `$*`, which is one text in quotes. */
  | {
      readonly kind: "fields";
      readonly values: readonly Value[];
      readonly joins: boolean;
      /** The words of the call that the fields come from. */
      readonly words: readonly CallWord[] | undefined;
    }
  /** `${X:-operand}`. */
  | { readonly kind: "operand"; readonly operand: Word }
  | { readonly kind: "nothing" };

/**
 * The value that a variable holds.
 *
 * @throws ControlFlow if the variable is unset, with `set -u`
 */
export function expandHeld(held: Held, name: string, context: Context): Expanded {
  failIfUnset(held, name, context);
  switch (held.kind) {
    case "set":
      return { kind: "value", value: held.value };
    case "unknown":
      return { kind: "value", value: unknownValue(held.unknown) };
    case "unset":
      return { kind: "nothing" };
  }
}

/** Several fields, as of an array. */
export function fields(values: readonly Value[], joins: boolean): Extract<Expanded, { kind: "fields" }> {
  return { kind: "fields", values, joins, words: undefined };
}

/** A text that the shell computed from a part of a word. */
export function plainText(text: string, part: WordPart, context: Context): Value {
  return textValue(text, originOf(part, context));
}

/** The result of a part of a word whose value is not known. */
export function unknownResult(part: WordPart, context: Context): Expanded {
  return { kind: "value", value: unknownValue(unknownAt(part, context, `\`${part.text}\``)) };
}

/**
 * With `set -u`, an unset variable ends the shell.
 *
 * @throws ControlFlow if it does
 */
export function failIfUnset(held: Held, name: string, context: Context): void {
  if (held.kind === "set" || !isOn(context.state, "nounset")) return;
  const isThere =
    held.kind === "unset" ? ["@", "*", "!"].includes(name) : isSurelySet(held.unknown, name, context);
  if (!isThere) endAtUnset(context.state);
}

/** Whether an unknown variable is set. Variables of the runner that scripts read are assumed to be set. */
function isSurelySet(unknown: Unknown, name: string, { state }: Context): boolean {
  const isOfRunner = unknown.id === `variable ${name}`;
  return isOfRunner || state.reach === "workspace" || ask(state, `set ${unknown.id}`, true, unknown);
}
