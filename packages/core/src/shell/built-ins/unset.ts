import type { CommandCall } from "../command-call.js";
import { outputOf } from "../programs/output.js";
import { setArray, unsetVariable } from "../state/assignment.js";
import type { Status } from "../state/status.js";

/** `unset`, of variables, elements of arrays, and functions. */
export function runUnset(call: CommandCall): Status {
  const { state } = call;
  const words = call.words.slice(1);
  if (words[0]?.value === "-f") {
    for (const { value } of words.slice(1)) state.functions.set(value, undefined);
    return 0;
  }
  let status: Status = 0;
  for (const { value, isKnown } of words) {
    if (!isKnown) return outputOf(call);
    const element = /^(\w+)\[(.*)\]$/.exec(value);
    const elements = element && state.variables.get(element[1] ?? "")?.elements;
    if (element && elements) {
      const left = new Map(elements);
      left.delete(element[2] ?? "");
      setArray(state, element[1] ?? "", left, state.variables.get(element[1] ?? "")?.isAssociative === true);
    } else if (!value.startsWith("-")) {
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
