import type { Coproc } from "unbash";
import { unknownAt, type Context } from "../context.js";
import { statusIfItEnds } from "../state/control-flow.js";
import { noteCoprocess } from "../state/jobs.js";
import { variableSetBy } from "../state/setters.js";
import { forgetAll } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { UNSET } from "../state/variables.js";
import { unknownValue } from "../values/value.js";
import type { Interpreter } from "./interpreter.js";
import { runSubshell } from "./processes.js";

/**
 * `coproc`: its commands run at the same time as the rest of the script. What they start is found; what they write is
 * not known.
 */
export function startCoprocess(interpreter: Interpreter, node: Coproc, context: Context): Status {
  const { state } = context;
  const { body } = node;
  if (body.type !== "CompoundList") {
    statusIfItEnds(() =>
      runSubshell(
        interpreter,
        state,
        () => {
          for (const number of ["0", "1"]) state.descriptors.set(number, { kind: "terminal" });
          return interpreter.runNode(body, context);
        },
        { isOutlived: true },
      ),
    );
  }
  const unknown = unknownAt(node, context, "a coprocess");
  forgetAll(state, unknown);
  noteCoprocess(state);
  const name = node.name?.text ?? "COPROC";
  for (const own of [name, `${name}_PID`]) {
    const value = unknownValue(variableSetBy(unknown, own));
    state.variables.set(own, { ...UNSET, value, mayBeUnset: true });
  }
  return 0;
}
