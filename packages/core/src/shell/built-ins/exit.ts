import type { CommandCall } from "../command-call.js";
import { outputOf } from "../programs/output.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";

/** `exit` and `return`. */
export function runExit(call: CommandCall): Status {
  const { state } = call;
  // Outside functions and sourced scripts, Bash's `return` only fails.
  const isInside = state.places.get("function") !== undefined || state.places.get("sourced") !== undefined;
  if (call.name === "return" && !isInside && !isOn(state, "posix")) return 2;
  const operand = call.words[1];
  const last = call.state.statuses.get("") ?? 0;
  const number =
    operand?.isKnown === true && /^\d+$/.test(operand.value) ? Number(operand.value) % 256 : undefined;
  const status: Status = operand ? (number ?? outputOf(call)) : last;
  throw new ControlFlow({ kind: call.name === "return" ? "return" : "exit", status });
}

/** `break` and `continue`. */
export function runBreak(call: CommandCall): Status {
  const levels = Number(call.words[1]?.value ?? "1");
  throw new ControlFlow({ kind: call.name === "continue" ? "continue" : "break", levels: levels || 1 });
}
