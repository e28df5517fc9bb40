import { isOn, type ShellState } from "./shell-state.js";
import type { Status } from "./status.js";

/** What `trap` can run an action for, and the model follows. */
export type Trap = "EXIT" | "ERR" | "DEBUG";

/** Key of `places`: the trap whose action runs. Key of `statuses`: the status of the command before it. */
const TRAP = "trap";

/** Runs the action of a trap. The status of the command before it is that of `exit` and `return` without an operand. */
export function inTrap(state: ShellState, name: Trap, status: Status, run: () => void): void {
  const outer = state.places.get(TRAP);
  state.places.set(TRAP, name);
  state.statuses.set(TRAP, status);
  try {
    run();
  } finally {
    state.places.set(TRAP, outer);
    // Bash does not restore the status for the action of a trap that another one interrupted.
    if (outer === undefined) state.statuses.set(TRAP, undefined);
  }
}

/** Marks the shell as one that runs no action of a trap. */
export function leaveTrap(state: ShellState): void {
  state.places.set(TRAP, undefined);
  state.statuses.set(TRAP, undefined);
}

/**
 * The status that `exit` or `return` has without an operand: that of the last command, but in the action of a trap
 * that of the command before it. For `exit`, only `EXIT` counts; for `return`, `DEBUG` does not, nor does Dash look at
 * traps (Bash 5.2 and Dash 0.5.12, tried).
 */
export function lastStatus(state: ShellState, command: string): Status {
  const trap = state.places.get(TRAP);
  const counts = command === "return" ? trap !== "DEBUG" && !isOn(state, "posix") : trap === "EXIT";
  return (counts ? state.statuses.get(TRAP) : undefined) ?? state.statuses.get("") ?? 0;
}
