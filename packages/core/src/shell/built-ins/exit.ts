import type { CommandCall, Shell } from "../command-call.js";
import { outputOf } from "../programs/output.js";
import { ControlFlow } from "../state/control-flow.js";
import { recordStatuses } from "../state/pipe-statuses.js";
import { lastStatus } from "../state/running-trap.js";
import { isOn, loopsAround } from "../state/shell-state.js";
import type { Status } from "../state/status.js";

/** `exit` and `return`. */
export function runExit(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  // Outside functions and sourced scripts, Bash's `return` only fails.
  const isInside = state.places.get("function") !== undefined || state.places.get("sourced") !== undefined;
  if (call.name === "return" && !isInside && !isOn(state, "posix")) return 2;
  const operand = call.words[1];
  const number =
    operand?.isKnown === true && /^\d+$/.test(operand.value) ? Number(operand.value) % 256 : undefined;
  const status: Status = operand ? (number ?? outputOf(call)) : lastStatus(state, call.name);
  if (call.name === "return") throw new ControlFlow({ kind: "return", status });
  // In a function, `trap ... EXIT` still finds the function's variables, parameters and redirections.
  const isInFunction = state.places.get("function") !== undefined;
  const ending = { kind: "exit", status } as const;
  throw new ControlFlow(isInFunction ? shell.runExitTrap(state, ending) : ending);
}

/** `break` and `continue`. */
export function runBreak(call: CommandCall): Status {
  const { state } = call;
  const loops = loopsAround(state);
  // Outside a loop, they only print a warning.
  if (loops === 0) return 0;
  const operand = call.words[1]?.value ?? "1";
  if (!/^[-+]?\d+$/.test(operand)) throw new ControlFlow({ kind: "discard", status: 1 });
  const levels = Number(operand);
  const isValid = levels > 0;
  const status = isValid ? 0 : 1;
  state.statuses.set("", status);
  recordStatuses(state, [status]);
  const isContinue = call.name === "continue" && isValid;
  throw new ControlFlow({
    kind: isContinue ? "continue" : "break",
    levels: isValid ? Math.min(levels, loops) : loops,
  });
}
