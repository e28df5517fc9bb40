import type { ArithmeticExpression, ArithmeticFor, CompoundList, For, Select, While } from "unbash";
import type { CallWord } from "../command-call.js";
import { placeOf, unknownAt, type Context, type Node } from "../context.js";
import { evaluateForStatus } from "../expansion/arithmetic/errors.js";
import { evaluate } from "../expansion/arithmetic/evaluate.js";
import { fieldsOf } from "../expansion/fields.js";
import { ControlFlow, leavingOf, stop } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { assignVariable } from "../state/assignment.js";
import { forgetAll, inCall, loopsAround, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { unknownValue } from "../values/value.js";
import { decide } from "./branches.js";
import type { Interpreter } from "./interpreter.js";

/** After this many rounds, a loop's effects count as unknown. */
const MAX_ROUNDS = 300;

/** After this many rounds that may or may not happen, everything that a round changes counts as unknown. */
const MAX_GUESSED = 2;

interface Loop {
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
function runLoop(interpreter: Interpreter, { node, body, context, next }: Loop): Status {
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
function runRound(run: () => Status): Status | undefined {
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

/** `for` over words: a round for each. */
export function runFor(interpreter: Interpreter, node: For, context: Context): Status {
  const { state } = context;
  const words: readonly CallWord[] = node.wordlist
    ? node.wordlist.flatMap((word) => fieldsOf(word, context))
    : (state.positional.get("")?.words ?? []);
  if (words.some(({ maySplit }) => maySplit)) return runUnknownFor(interpreter, node, context);
  return runLoop(interpreter, {
    node,
    body: node.body,
    context,
    next(round) {
      const word = words[round];
      if (!word) return false;
      assignVariable(state, node.name.value, word.text);
      return true;
    },
  });
}

/** `for` over unknown words: no round, one or several. */
function runUnknownFor(interpreter: Interpreter, node: For | Select, context: Context): Status {
  const { state } = context;
  return runLoop(interpreter, {
    node,
    body: node.body,
    context,
    next() {
      const word = unknownAt(node.name, context, `\`${node.name.value}\``);
      if (!ask(state, `round ${word.id}`, true, word)) return false;
      assignVariable(state, node.name.value, unknownValue({ ...word, label: `\${${node.name.value}}` }));
      return "guessed";
    },
  });
}

/** `select`, whose choices are not known. */
export function runSelect(interpreter: Interpreter, node: Select, context: Context): Status {
  return runUnknownFor(interpreter, node, context);
}

/** `while` and `until`. */
export function runWhile(interpreter: Interpreter, node: While, context: Context): Status {
  const { state } = context;
  const tested: Context = { ...context, isTested: true };
  return runLoop(interpreter, {
    node,
    body: node.body,
    context,
    next() {
      const status = runRound(() => interpreter.runStatements(node.clause.commands, tested));
      // `continue` succeeds: it ends `until`, and skips the body of `while`.
      if (status === undefined) return node.kind === "while" ? "skipped" : false;
      if (decide(state, status) !== (node.kind === "while")) return false;
      return typeof status === "number" ? true : "guessed";
    },
  });
}

/** `for (( ...; ...; ... ))`. */
export function runArithmeticFor(interpreter: Interpreter, node: ArithmeticFor, context: Context): Status {
  const { state } = context;
  const { initialize, update, test } = node;
  const isTrue = (expression: ArithmeticExpression): boolean | "failed" | undefined => {
    let value: bigint | undefined;
    const failed = evaluateForStatus(() => {
      value = evaluate(expression, context);
      return 0;
    });
    if (failed !== 0) return "failed";
    return value === undefined ? undefined : value !== 0n;
  };
  if (initialize && isTrue(initialize) === "failed") return 1;
  return runLoop(interpreter, {
    node,
    body: node.body,
    context,
    next(round) {
      if (round > 0 && update && isTrue(update) === "failed") return "failed";
      const more = test ? isTrue(test) : true;
      if (more !== undefined) return more;
      const unknown = unknownAt(node, context, "a loop");
      return ask(state, `round ${unknown.id}`, true, unknown) ? "guessed" : false;
    },
  });
}
