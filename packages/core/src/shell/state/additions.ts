import type { ShellState } from "./shell-state.js";

const ADDED = "added variables";
const ANY = "*";

/** Notes that the environment may have variables of any name that nobody sees being set. */
export function noteAdditions(state: ShellState): void {
  state.places.set(ADDED, ANY);
}

/** Takes away what was noted, but for some names: a program that clears the environment hands on no others. */
export function dropAdditions(state: ShellState, kept: readonly string[]): void {
  if (state.places.get(ADDED) === undefined) return;
  const names = kept.filter((name) => !isDropped(state, name));
  state.places.set(ADDED, names.join(" "));
}

/** Whether the environment may have a variable that nobody saw being set. */
export function mayBeAdded(state: ShellState, name: string): boolean {
  return state.places.get(ADDED) !== undefined && !isDropped(state, name);
}

/** Whether a program that clears the environment handed on no variable of that name. */
export function isDropped(state: ShellState, name: string): boolean {
  const added = state.places.get(ADDED);
  // A mark stands for ways that differ.
  if (added === undefined || added === ANY || added.startsWith("\0")) return false;
  return !added.split(" ").includes(name);
}
