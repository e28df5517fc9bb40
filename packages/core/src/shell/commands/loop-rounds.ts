import type { CompoundList } from "unbash";
import { placeOf, unknownAt, type Context, type Node } from "../context.js";
import { ControlFlow, leavingOf, stop } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { forgetAll, inCall, loopsAround, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import type { Interpreter } from "./interpreter.js";

/** After this many rounds, a loop's effects count as unknown. */
const MAX_ROUNDS = 300;

/** After this many rounds that may or may not happen, everything that a round changes counts as unknown. */
const MAX_GUESSED = 2;

/** A loop of any kind. */
export interface Loop {
  readonly node: Node;
  readonly body: CompoundList;
  readonly context: Context;
  /**
   * Whether there is another round. `guessed`: not known, this way assumes it; `failed`: the loop ends with an error;
   * `skipped`: the condition itself has a `continue`.
   */
  readonly next: (round: number) => boolean | "guessed" | "failed" | "skipped";
}

/** Runs the rounds of a loop, as items of a list, so that ways that leave the same state continue as one. */
export function runLoop(interpreter: Interpreter, { node, body, context, next }: Loop): Status {
  const { state } = context;
  const key = `loop ${placeOf(node, context)} ${String(state.depth)}`;
  state.statuses.set(key, 0);
  state.counters.set(key, 0);
  const outerLoops = state.places.get("loops");
  state.places.set("loops", String(loopsAround(state) + 1));
  const rounds = Array.from({ length: MAX_ROUNDS + 1 }, (_, index) => index);
  const leaving = leavingOf(() => {
    state.ways.runEach(rounds, (round) => {
      const mark = state.journal.mark();
      const more = next(round);
      if (more === "failed") state.statuses.set(key, 1);
      if (more === false || more === "failed") endLoop();
      if (round === MAX_ROUNDS || (state.budget.isRough && round > 0)) {
        const unknown = unknownAt(node, context, "a loop");
        if (!ask(state, `end ${unknown.id}`, true, unknown)) stop();
        forgetAll(state, unknown);
        endLoop();
      }
      const guessed = (state.counters.get(key) ?? 0) + (more === true ? 0 : 1);
      state.counters.set(key, guessed);
      const leaving = leavingOf(() => {
        if (more === "skipped") return;
        const status = inCall(state, `${key} ${String(round)}`, () =>
          runRound(() => interpreter.runStatements(body.commands, context)),
        );
        // `continue` succeeds.
        state.statuses.set(key, status ?? 0);
      });
      if (leaving) {
        // `break` succeeds, and so does each loop that it ends.
        if (leaving.kind === "break") state.statuses.set(key, state.statuses.get("") ?? 0);
        throw new ControlFlow(leaving);
      }
      if (guessed > MAX_GUESSED) widen(state, mark);
      if (guessed > MAX_GUESSED + 1) endLoop();
    });
  });
  state.places.set("loops", outerLoops);
  if (leaving && !(leaving.kind === "break" && leaving.levels === 0)) throw new ControlFlow(leaving);
  const status = state.statuses.get(key) ?? 0;
  state.statuses.set(key, undefined);
  state.counters.set(key, undefined);
  state.statuses.set("", status);
  return status;
}

function endLoop(): never {
  throw new ControlFlow({ kind: "break", levels: 0 });
}

/** Runs a round, or the condition of one; returns the status, or `undefined` if `continue` ends it. */
export function runRound(run: () => Status): Status | undefined {
  let status: Status = 0;
  const leaving = leavingOf(() => {
    status = run();
  });
  if (!leaving) return status;
  if (leaving.kind !== "break" && leaving.kind !== "continue") throw new ControlFlow(leaving);
  if (leaving.levels > 1) throw new ControlFlow({ kind: leaving.kind, levels: leaving.levels - 1 });
  if (leaving.kind === "break") endLoop();
  return undefined;
}

/** Joins what a round changed with what was there before: the number of rounds is not known. */
function widen(state: ShellState, mark: number): void {
  for (const [map, keys] of state.journal.changesSince(mark)) {
    if (!map.isKnowledge) for (const [key, entry] of keys) map.join(key, [entry]);
  }
}
