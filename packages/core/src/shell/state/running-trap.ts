import { type FunctionDefinition, isOn, type ShellState } from "./shell-state.js";
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

/** The status of a process that ends at an error in an expansion: in the action of `EXIT`, that of the shell before it. */
export function discardedStatus(state: ShellState): Status {
  return (state.places.get(TRAP) === "EXIT" ? state.statuses.get(TRAP) : undefined) ?? 1;
}

/** Marks the shell as one that runs no action of a trap. */
export function leaveTrap(state: ShellState): void {
  state.places.set(TRAP, undefined);
  state.statuses.set(TRAP, undefined);
}

/** Commands by which the action of a trap may give a failed process another status, or let it go on. */
const LEAVES = /\b(?:exit|return|break|continue|exec|eval|source)\b|(?:^|\s)\.\s/;

/** Whether the action of a trap may let a process succeed in which a command has failed, or go on, in spite of `set -e`. */
export function mayLeaveInTrap({ traps, functions }: ShellState): boolean {
  return ["EXIT", "ERR"].some((name) => {
    const action = traps.get(name);
    if (!action) return false;
    const { text } = action.text;
    if (action.guesses.length > 0 || LEAVES.test(text)) return true;
    const names = functions.keys();
    return (
      names.some((called) => text.includes(called)) && names.some((called) => leaves(functions.get(called)))
    );
  });
}

function leaves(definition: FunctionDefinition | undefined): boolean {
  return definition !== undefined && LEAVES.test(sourceOf(definition));
}

function sourceOf({ node, script }: FunctionDefinition): string {
  return script.text.slice(node.pos, node.end);
}

/** The traps that functions and subshells inherit only if an option is on. */
const INHERITED_BY: ReadonlyMap<string, string> = new Map([
  ["ERR", "errtrace"],
  ["DEBUG", "functrace"],
]);

/** Removes the traps that a subshell does not inherit. */
export function resetTraps(state: ShellState): void {
  for (const name of state.traps.keys()) if (!isInherited(state, name)) state.traps.set(name, undefined);
}

/**
 * Removes the traps that a function does not inherit. Returns what brings them back after the function, except those
 * that it sets itself.
 */
export function hideTraps(state: ShellState): () => void {
  const hidden = [...INHERITED_BY.keys()].flatMap((name) => {
    const action = state.traps.get(name);
    return action && !isInherited(state, name) ? [{ name, action }] : [];
  });
  for (const { name } of hidden) state.traps.set(name, undefined);
  return () => {
    for (const { name, action } of hidden)
      if (state.traps.get(name) === undefined) state.traps.set(name, action);
  };
}

function isInherited(state: ShellState, name: string): boolean {
  const option = INHERITED_BY.get(name);
  return option !== undefined && isOn(state, option);
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
