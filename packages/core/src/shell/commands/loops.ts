import type { ArithmeticExpression, ArithmeticFor, For, Select, While } from "unbash";
import type { CallWord } from "../command-call.js";
import { unknownAt, type Context } from "../context.js";
import { evaluateForStatus } from "../expansion/arithmetic/errors.js";
import { evaluate } from "../expansion/arithmetic/evaluate.js";
import { fieldsOf } from "../expansion/fields.js";
import { ask } from "../state/facts.js";
import { assignVariable } from "../state/assignment.js";
import type { Status } from "../state/status.js";
import { unknownValue } from "../values/value.js";
import { decide } from "./branches.js";
import type { Interpreter } from "./interpreter.js";
import { runLoop, runRound } from "./loop-rounds.js";

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
