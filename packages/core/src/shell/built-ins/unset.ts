import type { CommandCall, Shell } from "../command-call.js";
import { outputOf, worst } from "../programs/output.js";
import { targetOf } from "../state/lookup.js";
import { setArray, unsetVariable } from "../state/assignment.js";
import { forgetSetVariables } from "../state/setters.js";
import type { Status } from "../state/status.js";
import { changeElement, type NamedElement } from "./array-elements.js";

/** `unset`, of variables, elements of arrays, and functions. */
export function runUnset(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const words = call.words.slice(1);
  if (words[0]?.value === "-f") {
    for (const { value } of words.slice(1)) state.functions.set(value, undefined);
    return 0;
  }
  let status: Status = 0;
  for (const { value, isKnown } of words) {
    if (!isKnown) {
      forgetSetVariables(state, outputOf(call));
      return outputOf(call);
    }
    const element = /^(\w+)\[(.*)\]$/.exec(value);
    if (element) {
      status = worst(status, unsetElement(call, { name: element[1] ?? "", index: element[2] }, shell));
    } else if (!value.startsWith("-")) {
      if (!/^(?:[A-Za-z_]\w*)?$/.test(value) && !state.functions.get(value)) {
        status = 1;
        continue;
      }
      if (state.variables.get(value)?.isReadonly === true) {
        status = 1;
        continue;
      }
      if (state.functions.get(value) && !state.variables.get(value)) state.functions.set(value, undefined);
      unsetVariable(state, value);
    }
  }
  return status;
}

/** Unsets an element; what is no array has only the element 0, which is all of it. */
function unsetElement(call: CommandCall, element: NamedElement, shell: Shell): Status {
  const { state } = call;
  const variable = state.variables.get(targetOf(state, element.name));
  if (!variable?.elements && !variable?.value) return 0;
  if (variable.isReadonly === true) return 1;
  if (/^[@*]$/.test(element.index ?? "") && variable.elements && !variable.isAssociative) {
    setArray(state, element.name, new Map(), false);
    return 0;
  }
  return changeElement(call, element, shell, (key) => {
    if (variable.elements) {
      const left = new Map(variable.elements);
      left.delete(key);
      setArray(state, element.name, left, variable.isAssociative);
      return 0;
    }
    if (key !== "0") return 1;
    unsetVariable(state, element.name);
    return 0;
  });
}
