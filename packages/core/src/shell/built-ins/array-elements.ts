import type { CommandCall, Shell } from "../command-call.js";
import { contextOf } from "../context.js";
import { isBadKey, keyOfText } from "../expansion/element-key.js";
import { outputOf } from "../programs/output.js";
import { assignVariable, setElement } from "../state/assignment.js";
import { targetOf } from "../state/lookup.js";
import type { Status } from "../state/status.js";
import { heldBy, UNSET } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import { textValue, unknownValue, type Value } from "../values/value.js";

/** An element that a word of a built-in names, as `m[1]`; its index is `undefined` if it is not known. */
export interface NamedElement {
  readonly name: string;
  readonly index: string | undefined;
}

/** An index in which nothing is to be expanded. */
const PLAIN = /^[^$`"'\\]+$/;

/** Assigns the variable, or the element of an array, that a word of a built-in names. */
export function assignNamed(call: CommandCall, word: string, value: Value, shell: Shell): void {
  const [, name, index] = /^([A-Za-z_]\w*)\[([^]*)\]$/.exec(word) ?? [];
  if (name === undefined) assignVariable(call.state, word, value);
  else
    changeElement(call, { name, index }, shell, (key) => {
      setElement(call.state, name, key, value);
      return 0;
    });
}

/** Changes an element under its key; the array becomes unknown if the key is not known. */
export function changeElement(
  call: CommandCall,
  { name, index }: NamedElement,
  shell: Shell,
  change: (key: string) => Status,
): Status {
  const { state, origin } = call;
  const target = targetOf(state, name);
  const array = state.variables.get(target);
  const isKnown = !array || array.elements !== undefined || heldBy(array).kind !== "unknown";
  const isPlain = isKnown && index !== undefined && PLAIN.test(index) && !/^[@*]$/.test(index);
  const key = isPlain ? keyOfText(textValue(index, origin), array, contextOf(call, shell)) : undefined;
  if (key !== undefined && isBadKey(key, array)) return 1;
  if (key !== undefined) return change(key);
  const unknown = outputOf(call);
  const value = unknownValue({
    ...unknown,
    id: boundedId(`${unknown.id} ${target}`),
    label: `\${${target}}`,
  });
  state.variables.set(target, {
    ...UNSET,
    value,
    mayBeUnset: true,
    isExported: array?.isExported === true,
  });
  return outputOf(call);
}
