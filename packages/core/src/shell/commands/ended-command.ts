import type { Context } from "../context.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOutlived } from "../state/errexit.js";
import { answeredStatus, askStatus, assumeSuccess } from "../state/facts.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import type { Unknown } from "../values/value.js";
import { recordStatuses } from "../state/pipe-statuses.js";
import type { Interpreter } from "./interpreter.js";
import { runErrorTrap } from "./traps.js";

/** Records that a command ended that is a pipeline of its own, as far as `PIPESTATUS` is concerned. */
export function endedAlone(interpreter: Interpreter, status: Status, context: Context): Status {
  recordStatuses(context.state, [status]);
  return ended(interpreter, status, context);
}

/**
 * Records the status of a command that ended. With `set -e`, a failure ends the script, and a command that may fail
 * has succeeded if the script goes on.
 */
export function ended(interpreter: Interpreter, status: Status, context: Context): Status {
  const { state, isTested } = context;
  state.statuses.set("", status);
  const endsScript = !isTested && isOn(state, "errexit");
  const succeeds = endsScript && typeof status !== "number" ? mayGoOn(state, status) : status === 0;
  if (!endsScript || !succeeds) runErrorTrap(interpreter, status, context, endsScript);
  if (!endsScript) return status;
  if (!succeeds)
    throw new ControlFlow({ kind: "exit", status: status === 0 || typeof status !== "number" ? 1 : status });
  state.statuses.set("", 0);
  return 0;
}

/** Programs whose failure is an accident: a way on which they fail is not followed, unless a command decides by it. */
const ACCIDENTS = /^(?:AWF|`(?:npm|pnpm|yarn|bun|apt-get|apt|pip|pip3)`)$/;

/** Whether a command with an unknown status is assumed to have succeeded, at a place where a failure would count. */
export function mayGoOn(state: ShellState, status: Unknown): boolean {
  if (ACCIDENTS.test(status.what)) return answeredStatus(state, status) ?? true;
  return state.followsFailures || isOutlived(state) ? askStatus(state, status) : assumeSuccess(state, status);
}
