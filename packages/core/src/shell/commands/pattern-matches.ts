import { type Context, type Node, unknownAt } from "../context.js";
import { MAX_MATCHED, parsePattern } from "../expansion/patterns.js";
import { answerTo, ask, noteText } from "../state/facts.js";
import { isOn, type ShellState } from "../state/shell-state.js";
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

/** Whether a value matches a pattern. If either is not known, one way takes each answer. */
export function matchesPattern(
  subject: Value,
  pattern: string | undefined,
  context: Context,
  node: Node,
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
