import { isOn, type ShellState } from "./shell-state.js";

/** Key of `places`: whether the text of an `eval` or a sourced file runs whose status is tested. */
const TESTED_TEXT = "tested text";

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
