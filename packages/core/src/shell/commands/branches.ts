import type { AndOr, Case, If } from "unbash";
import type { Context } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import { comparedPatternOf } from "../expansion/word-pattern.js";
import { askStatus } from "../state/facts.js";
import type { ShellState } from "../state/shell-state.js";
import { isSuccess, type Status } from "../state/status.js";
import type { Interpreter } from "./interpreter.js";
import { matchesPattern } from "./pattern-matches.js";

/** Whether a command that decides what runs next succeeds. If that is not known, one way takes each answer. */
export function decide(state: ShellState, status: Status): boolean {
  const known = isSuccess(status);
  if (known !== undefined) return known;
  const succeeds = typeof status === "number" || askStatus(state, status);
  state.statuses.set("", succeeds ? 0 : status);
  return succeeds;
}

/** Commands joined by `&&` and `||`. */
export function runAndOr(interpreter: Interpreter, node: AndOr, context: Context): Status {
  const tested: Context = { ...context, isTested: true };
  let status: Status = 0;
  const last = node.commands.length - 1;
  for (const [index, command] of node.commands.entries()) {
    if (index > 0) {
      const succeeds = decide(context.state, status);
      if (succeeds) status = 0;
      const operator = node.operators[index - 1];
      // A skipped command leaves the status unchanged.
      if ((operator === "&&") !== succeeds) continue;
    }
    status = interpreter.runNode(command, index === last ? context : tested);
  }
  return status;
}

/** `if` with its `elif` and `else`. */
export function runIf(interpreter: Interpreter, node: If, context: Context): Status {
  const tested: Context = { ...context, isTested: true };
  for (const { clause, then } of [{ clause: node.clause, then: node.then }, ...node.elif]) {
    if (decide(context.state, interpreter.runStatements(clause.commands, tested)))
      return interpreter.runStatements(then.commands, context);
  }
  return node.else ? interpreter.runStatements(node.else.commands, context) : 0;
}

/** Runs the first item with a matching pattern, and those that its `;&` or `;;&` continues with. */
export function runCase(interpreter: Interpreter, node: Case, context: Context): Status {
  const subject = valueOf(node.word, context);
  let status: Status = 0;
  let runs = false;
  for (const item of node.items) {
    runs ||= item.pattern.some((pattern) =>
      matchesPattern(subject, comparedPatternOf(pattern, context), context, pattern),
    );
    if (!runs) continue;
    status = interpreter.runStatements(item.body.commands, context);
    if (item.terminator === ";&") continue;
    if (item.terminator !== ";;&") return status;
    runs = false;
  }
  return status;
}
