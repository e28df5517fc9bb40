import { ControlFlow } from "./control-flow.js";
import { isOn, type ShellState } from "./shell-state.js";

/** Ends the shell at a variable that is unset but must not be, as with `set -u` or in `${NAME:?}`. */
export function endAtUnset(state: ShellState): never {
  if (isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
  throw new ControlFlow({ kind: "exit", status: 1, isExpansionError: true });
}
