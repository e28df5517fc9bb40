import type { AndOr, Case, If } from "unbash";
import { unknownAt, type Context } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import { MAX_MATCHED, parsePattern } from "../expansion/patterns.js";
import { patternOf } from "../expansion/word-pattern.js";
import { ask, answerTo, askStatus, noteText } from "../state/facts.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { isSuccess, type Status } from "../state/status.js";
import {
  emptinessOf,
  firstUnknown,
  hasCase,
  knownText,
  signatureOf,
  soleUnknown,
  type Unknown,
  type Value,
} from "../values/value.js";
import type { Interpreter } from "./interpreter.js";

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
      matchesPattern(subject, patternOf(pattern, context), context, pattern),
    );
    if (!runs) continue;
    status = interpreter.runStatements(item.body.commands, context);
    if (item.terminator === ";&") continue;
    if (item.terminator !== ";;&") return status;
    runs = false;
  }
  return status;
}

/** Whether a value matches a pattern. If either is not known, one way takes each answer. */
function matchesPattern(
  subject: Value,
  pattern: string | undefined,
  context: Context,
  node: { readonly pos: number; readonly end: number },
): boolean {
  const { state } = context;
  if (pattern === undefined) {
    const unknown = unknownAt(node, context, "a pattern");
    return ask(state, `fits ${unknown.id}`, true, firstUnknown(subject) ?? unknown);
  }
  return matchOrAsk(state, subject, pattern);
}

/** Whether a value matches a pattern. If that is not known, one way takes each answer, and notes what follows. */
export function matchOrAsk(state: ShellState, subject: Value, pattern: string): boolean {
  const question = matchQuestion(state, subject, pattern);
  const known = matchPattern(state, subject, pattern) ?? answerTo(state, question);
  if (known !== undefined) return known;
  const answer = ask(state, question, true, firstUnknown(subject) ?? PATTERN);
  const literal = parsePattern(pattern)?.literal;
  if (answer && literal !== undefined && !isOn(state, "nocasematch")) noteText(state, subject, literal);
  return answer;
}

/** The question of whether a value matches a pattern. */
export function matchQuestion(state: ShellState, subject: Value, pattern: string): string {
  return `fits${isOn(state, "nocasematch") ? " in any case" : ""} ${signatureOf(subject)} ${pattern}`;
}

/** Whether a value matches a pattern; `undefined` if that is not known. */
export function matchPattern(state: ShellState, subject: Value, pattern: string): boolean | undefined {
  if (pattern === "*") return true;
  if (pattern === "" && emptinessOf(subject) === false) return false;
  const parsed = parsePattern(pattern);
  const unknown = soleUnknown(subject);
  const bound = unknown && state.facts.get(`is ${unknown.id}`);
  const text = knownText(subject) ?? bound;
  if (!parsed || text === undefined || text.length > MAX_MATCHED) return undefined;
  const matches = parsed.matches(text);
  if (isOn(state, "nocasematch") && hasCase(text + pattern))
    // Without a set, which may be negated, what matches in this case does so in any.
    return matches && !pattern.includes("[") ? true : undefined;
  return matches;
}

/** Stands for a known text that is too long to match. */
const PATTERN: Unknown = {
  id: "pattern",
  label: "",
  what: "a pattern",
  origin: { start: 0, end: 0 },
};
