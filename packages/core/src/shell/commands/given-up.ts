import { unknownAt, type Context, type Node } from "../context.js";
import { AnalysisAborted, refill } from "../state/budget.js";
import { ControlFlow, stop } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { forgetAll, newUnknown, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import type { Unknown } from "../values/value.js";

/*
 * A script may have more commands than are followed. From the line on that has them, nothing is known: neither what the
 * script changes, nor how it ends, nor whether it ends at all. What it starts is still found: the rest of the script is
 * followed roughly once, in a state in which everything is unknown, and the result is dropped.
 */

/** How many commands of the rest of a script are followed roughly. */
const ROUGHLY_FOLLOWED = 1000;

/** How many, if commands of the script before it already had the whole budget. */
const MIN_FOLLOWED = 20;

/** Ends a script at a node that has too many commands. `runRest` runs the node and everything after it. */
export function giveUp(node: Node, context: Context, runRest: () => void): never {
  const { state } = context;
  const unknown = unknownAt(node, context, "a script that runs too many commands");
  followRoughly(state, () => {
    forget(state, unknown);
    runRest();
  });
  forget(state, unknown);
  for (const signal of state.traps.keys()) state.traps.set(signal, undefined);
  if (!ask(state, `end ${unknown.id}`, true, unknown)) stop();
  throw new ControlFlow({ kind: "exit", status: { ...unknown, id: `status ${unknown.id}` } });
}

function forget(state: ShellState, unknown: Unknown): void {
  forgetAll(state, unknown);
  // It may have installed another release.
  state.notes.set("codex", "\u0001");
}

function followRoughly(state: ShellState, run: () => void): void {
  const { budget, depth, journal } = state;
  const mark = journal.mark();
  refill(budget, ROUGHLY_FOLLOWED, MIN_FOLLOWED);
  budget.isRough = true;
  try {
    state.ways.outcomesOf(run);
  } catch (error) {
    if (!(error instanceof AnalysisAborted)) throw error;
    journal.undo(mark);
  } finally {
    budget.isRough = false;
    state.depth = depth;
  }
}

/** The result of a call that is not followed because scripts and functions are nested too deeply. */
export function unfollowedCall(state: ShellState): Status {
  if (!state.budget.isRough) throw new AnalysisAborted();
  const unknown = newUnknown(state, "deep call", {
    label: "$?",
    what: "functions that call each other",
    origin: { start: 0, end: 0 },
  });
  forgetAll(state, unknown);
  return unknown;
}
