import { scriptOfValue } from "../expansion/unknown-expressions.js";
import type { Context } from "../context.js";
import { newUnknown, type ShellState } from "../state/shell-state.js";
import { isSuccess, type Status } from "../state/status.js";
import { inTrap, type Trap } from "../state/running-trap.js";
import type { Value } from "../values/value.js";
import type { Interpreter } from "./interpreter.js";
import { runText } from "./script-lines.js";
import { runSubshell } from "./processes.js";

/** Runs the action of `trap ... DEBUG` before a simple command. */
export function runDebugTrap(interpreter: Interpreter, { state }: Context): void {
  const action = state.traps.get("DEBUG");
  if (action) runAction(interpreter, state, "DEBUG", action);
}

/** Runs the action of `trap ... ERR` after a command with a status that is not tested; `hasFailed` if it surely failed. */
export function runErrorTrap(
  interpreter: Interpreter,
  status: Status,
  context: Context,
  hasFailed: boolean,
): void {
  const { state, isTested, skipsErrorTrap = false } = context;
  const action = state.traps.get("ERR");
  if (!action || isTested || skipsErrorTrap || isSuccess(status) === true) return;
  if (hasFailed || isSuccess(status) === false) {
    state.statuses.set("", status);
    runAction(interpreter, state, "ERR", action);
    return;
  }
  const mark = state.journal.mark();
  runSubshell(interpreter, state, () => {
    inTrap(state, "ERR", status, () => {
      runText(interpreter, scriptOfValue(action), state, false);
    });
    return 0;
  });
  const { origin } = action.guesses[0]?.unknown ?? { origin: { start: 0, end: 0 } };
  state.files.unsettle(
    mark,
    newUnknown(state, "trap ERR", { label: "trap", what: "a `trap ... ERR`", origin }),
  );
}

/** Runs an action, in which its own trap does not apply. */
function runAction(interpreter: Interpreter, state: ShellState, name: Trap, action: Value): void {
  const status = state.statuses.get("") ?? 0;
  const statuses = state.variables.get("PIPESTATUS");
  state.traps.set(name, undefined);
  try {
    inTrap(state, name, status, () => {
      runText(interpreter, scriptOfValue(action), state, false);
    });
  } finally {
    if (state.traps.get(name) === undefined) state.traps.set(name, action);
    state.statuses.set("", status);
    state.variables.set("PIPESTATUS", statuses);
  }
}
