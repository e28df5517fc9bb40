import type { Coproc } from "unbash";
import { unknownAt, type Context } from "../context.js";
import { forgetAll } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { UNSET } from "../state/variables.js";
import { unknownValue } from "../values/value.js";

/** `coproc`: its commands run at the same time as the rest of the script, and what they do is not followed. */
export function startCoprocess(node: Coproc, context: Context): Status {
  const { state } = context;
  const unknown = unknownAt(node, context, "a coprocess");
  forgetAll(state, unknown);
  const name = node.name?.text ?? "COPROC";
  for (const own of [name, `${name}_PID`]) {
    const value = unknownValue({ ...unknown, id: `${unknown.id} ${own}`, label: `\${${own}}` });
    state.variables.set(own, { ...UNSET, value, mayBeUnset: true });
  }
  return 0;
}
