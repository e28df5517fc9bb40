import { mayLeaveInTrap } from "./running-trap.js";
import { isOn, type ShellState } from "./shell-state.js";

/** Key of `places`: whether the text of an `eval` or a sourced file runs whose status is tested. */
const TESTED_TEXT = "tested text";

/** Key of `places`: whether the step may go on after the process has failed. */
const IS_OUTLIVED = "outlived";

/**
 * Whether the step may go on after the process has failed: nobody looks at its status, a command decides by it, or
 * a trap may change it. Then a command of it with an unknown status may as well have failed.
 */
export function isOutlived(state: ShellState): boolean {
  return state.places.get(IS_OUTLIVED) !== undefined || mayLeaveInTrap(state);
}

/** Marks the process, and those that it starts, as one after whose failure the step may go on. */
export function noteOutlived(state: ShellState): void {
  if (state.places.get(IS_OUTLIVED) === undefined) state.places.set(IS_OUTLIVED, "yes");
}

/** Marks a process that the shell starts, unless a failure of it ends the shell, and that the step. */
export function noteIfOutlived(state: ShellState, isTested: boolean): void {
  if (isTested || !isOn(state, "errexit") || mayLeaveInTrap(state)) noteOutlived(state);
}

/**
 * Whether `set -e` is on. It is off, though `$-` still has it, in the text of an `eval` or a sourced file whose status is
 * tested (Bash 5.2, `execute_builtin`).
 */
export function hasErrexit(state: ShellState): boolean {
  return isOn(state, "errexit") && state.places.get(TESTED_TEXT) === undefined;
}

/** Runs the text of an `eval` or a sourced file. */
export function inText<Result>(state: ShellState, isTested: boolean, run: () => Result): Result {
  const outer = state.places.get(TESTED_TEXT);
  if (isTested && isOn(state, "errexit") && !isOn(state, "posix")) state.places.set(TESTED_TEXT, "yes");
  try {
    return run();
  } finally {
    state.places.set(TESTED_TEXT, outer);
  }
}

/** Marks the shell as one that runs no such text. */
export function leaveText(state: ShellState): void {
  state.places.set(TESTED_TEXT, undefined);
}
