import type { ShellState } from "./shell-state.js";

const ADDED = "added variables";
const ANY = "*";

/** Records that the environment may have additional variables, of any name. */
export function noteAdditions(state: ShellState): void {
  state.places.set(ADDED, ANY);
}

/** Records that a program cleared the environment and passes on only the `kept` names. */
export function dropAdditions(state: ShellState, kept: readonly string[]): void {
  if (state.places.get(ADDED) === undefined) return;
  const names = kept.filter((name) => !isDropped(state, name));
  state.places.set(ADDED, names.join(" "));
}

/** Whether the environment may have an additional variable of that name. */
export function mayBeAdded(state: ShellState, name: string): boolean {
  return state.places.get(ADDED) !== undefined && !isDropped(state, name);
}

/** Whether a program cleared the environment of that name. */
export function isDropped(state: ShellState, name: string): boolean {
  const added = state.places.get(ADDED);
  // The NUL marks ways that differ.
  if (added === undefined || added === ANY || added.startsWith("\0")) return false;
  return !added.split(" ").includes(name);
}
