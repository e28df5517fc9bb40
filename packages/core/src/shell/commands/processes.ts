import { type Context, type Node, unknownAt } from "../context.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { ControlFlow, type Ending, type Leaving, leavingOf } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { leaveText, noteIfOutlived } from "../state/errexit.js";
import { inTrap, leaveTrap, resetTraps } from "../state/running-trap.js";
import { inSubshell, isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import type { Interpreter } from "./interpreter.js";
import { runText } from "./script-lines.js";

/** Key of `places`: whether the shell is a subshell. */
const SUBSHELL = "subshell";

/** Key of `places`: whether the process runs, or ran, its `trap ... EXIT`. */
const ENDING = "ending";

/** Whether the shell is a subshell. */
export function isSubshell(state: ShellState): boolean {
  return state.places.get(SUBSHELL) !== undefined;
}

/** Marks the shell as a new process that is no subshell. */
export function startProcess(state: ShellState): void {
  state.places.set(SUBSHELL, undefined);
  state.places.set(ENDING, undefined);
  state.places.set("loops", undefined);
  leaveTrap(state);
  leaveText(state);
}

/** Runs a process to its end, including its `trap ... EXIT`. */
export function runProcess(interpreter: Interpreter, state: ShellState, run: () => Status): Status {
  let status: Status = 0;
  const leaving = leavingOf(() => {
    status = run();
  });
  const isOfStep = state.depth === 1 && !isSubshell(state);
  if (leaving?.kind === "stop" && !isOfStep) throw new ControlFlow(leaving);
  const last = leaving && "status" in leaving ? leaving.status : status;
  return runExitTrap(interpreter, state, { kind: "exit", status: last }).status;
}

/** Runs the `trap ... EXIT` of a process that ends, once; returns how it ends then. */
export function runExitTrap(interpreter: Interpreter, state: ShellState, ending: Ending): Ending {
  const trap = state.traps.get("EXIT");
  if (!trap || state.places.get(ENDING) !== undefined) return ending;
  state.places.set(ENDING, "yes");
  state.places.set("loops", undefined);
  state.traps.set("EXIT", undefined);
  state.statuses.set("", ending.status);
  const leaving = leavingOf(() => {
    inTrap(state, "EXIT", ending.status, () => {
      runText(interpreter, scriptOfValue(trap), state, false);
    });
  });
  // An error of an expansion ends the action, and the process ends as it did before, unless `set -e` ends it.
  if (!leaving || leaving.kind === "discard") return ending;
  if (leaving.kind === "exit" && leaving.isExpansionError && !isOn(state, "errexit")) return ending;
  return "status" in leaving ? { kind: "exit", status: leaving.status } : ending;
}

/**
 * How a process ends that leaves a part of it with variables, parameters or redirections of its own. Whether Bash undoes
 * these before it runs `trap ... EXIT` depends on the error and on how the script was started: one way takes each.
 */
export function endingOfPart(
  interpreter: Interpreter,
  node: Node,
  context: Context,
  leaving: Leaving,
): Leaving {
  const { state } = context;
  if (!("status" in leaving) || !willRunExitTrap(state, leaving)) return leaving;
  return isUndone(node, context)
    ? leaving
    : runExitTrap(interpreter, state, { kind: "exit", status: leaving.status });
}

/** Whether a process ends that has not run its `trap ... EXIT` yet. */
export function willRunExitTrap(state: ShellState, { kind }: Leaving): boolean {
  const isEnd = kind === "exit" || (kind === "discard" && isSubshell(state));
  return isEnd && state.traps.get("EXIT") !== undefined && state.places.get(ENDING) === undefined;
}

/** Whether Bash undoes what is a part's own before it runs `trap ... EXIT`: one way takes each answer. */
export function isUndone(node: Node, context: Context): boolean {
  const unknown = unknownAt(node, context, "the place where a script ends");
  return ask(context.state, `undoes ${unknown.id}`, true, unknown);
}

/** Runs a part of a process with variables or redirections of its own, and ends the process where Bash may end it. */
export function runPartOfProcess<Result>(
  interpreter: Interpreter,
  node: Node,
  context: Context,
  run: () => Result,
): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ControlFlow)) throw error;
    const leaving = endingOfPart(interpreter, node, context, error.leaving);
    throw leaving === error.leaving ? error : new ControlFlow(leaving);
  }
}

/** What a subshell has in common with its shell. */
interface SubshellOptions {
  /** Whether it is in the loop that its shell is in, for `break`, as in `$(...)`. */
  readonly keepsLoops?: boolean;
  /**
   * Whether it is in the action of a trap that its shell is in, for `exit`: in `$(...)`, and if it is a simple command.
   * In that of `EXIT`, Bash then runs no such trap of the subshell.
   */
  readonly keepsTrap?: boolean;
  /** Whether its shell may go on after it has failed, even with `set -e`. */
  readonly isOutlived?: boolean;
}

/** Runs a subshell, which starts without most traps. */
export function runSubshell(
  interpreter: Interpreter,
  state: ShellState,
  run: () => Status,
  { keepsLoops = isOn(state, "posix"), keepsTrap = keepsLoops, isOutlived = false }: SubshellOptions = {},
): Status {
  return inSubshell(state, () => {
    noteIfOutlived(state, isOutlived);
    resetTraps(state);
    state.places.set(SUBSHELL, "yes");
    if (!keepsTrap || isOn(state, "posix")) state.places.set(ENDING, undefined);
    if (!keepsTrap && !isOn(state, "posix")) leaveTrap(state);
    if (!keepsLoops) state.places.set("loops", undefined);
    return runProcess(interpreter, state, run);
  });
}
