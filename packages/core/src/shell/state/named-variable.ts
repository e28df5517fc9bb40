import { type Unknown, unknownValue, type Value } from "../values/value.js";
import { assignVariable, exportOf, setElement } from "./assignment.js";
import { targetOf } from "./lookup.js";
import type { ShellState } from "./shell-state.js";
import { scalar } from "./variables.js";

/**
 * Assigns the variable that a word of a built-in names, or the element of an array, such as `a[1]`. If the element is not
 * known, the array becomes `unknown`.
 */
export function assignNamed(state: ShellState, word: string, value: Value, unknown: Unknown): void {
  const [, array, key = ""] = /^(\w+)\[([^]*)\]$/.exec(word) ?? [];
  if (array === undefined) {
    assignVariable(state, word, value);
    return;
  }
  const name = targetOf(state, array);
  const isAssociative = state.variables.get(name)?.isAssociative === true;
  if ((isAssociative ? /^[\w.-]+$/ : /^(?:0|[1-9]\d{0,8})$/).test(key)) setElement(state, name, key, value);
  else {
    const own = unknownValue({ ...unknown, id: `element ${word} ${unknown.id}` });
    state.variables.set(name, { ...scalar(own, false), ...exportOf(state, name), mayBeUnset: true });
  }
}
