import { type Context, type Node, unknownAt } from "../context.js";
import { evaluateForStatus } from "../expansion/arithmetic/errors.js";
import { evaluateText, evaluateValue } from "../expansion/arithmetic/evaluate.js";
import { escapePattern } from "../expansion/patterns.js";
import { answerTo } from "../state/facts.js";
import { setArray } from "../state/assignment.js";
import type { ShellState } from "../state/shell-state.js";
import { type Status, statusOf } from "../state/status.js";
import { UNSET } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import {
  knownText,
  signatureOf,
  textValue,
  unknownValue,
  type Unknown,
  type Value,
} from "../values/value.js";
import { matchOrAsk, matchPattern, matchQuestion } from "./pattern-matches.js";

/** The negation of a status. */
export function not(status: Status): Status {
  if (typeof status === "number") return statusOf(status !== 0);
  return { ...status, id: status.id.startsWith("! ") ? status.id.slice(2) : `! ${status.id}` };
}

/** A condition whose result is not known. The same question has the same answer. */
export function condition(question: string, node: Node, context: Context): Unknown {
  return { ...unknownAt(node, context, "a condition"), id: boundedId(question) };
}

/** Sets `BASH_REMATCH`. */
export function setMatch(state: ShellState, match: readonly string[] | "none"): void {
  const groups = match === "none" ? [] : match;
  const elements = new Map(
    groups.map((group, index) => [String(index), textValue(group, { start: 0, end: 0 })] as const),
  );
  setArray(state, "BASH_REMATCH", elements, false);
}

/** Makes `BASH_REMATCH` unknown, after a match whose result is not known. */
export function forgetMatch(node: Node, context: Context): void {
  const unknown = unknownAt(node, context, "`BASH_REMATCH`");
  context.state.variables.set("BASH_REMATCH", { ...UNSET, value: unknownValue(unknown), mayBeUnset: true });
}

/** Whether a value matches a pattern, as a status. */
export function matched(left: Value, pattern: string, node: Node, context: Context): Status {
  const known = matchPattern(context.state, left, pattern);
  if (known !== undefined) return statusOf(known);
  // Asks at once, so that what follows from the answer is noted.
  return context.isTested
    ? statusOf(matchOrAsk(context.state, left, pattern))
    : condition(matchQuestion(context.state, left, pattern), node, context);
}

/** Whether two texts are equal, as a status. */
export function compareTexts(left: Value, right: Value, node: Node, context: Context): Status {
  if (signatureOf(left) === signatureOf(right)) return 0;
  const [first, second] = [knownText(left), knownText(right)];
  if (first !== undefined && second !== undefined) return statusOf(first === second);
  if (second !== undefined) return matched(left, escapePattern(second), node, context);
  if (first !== undefined) return matched(right, escapePattern(first), node, context);
  const question = `same ${signatureOf(left)} ${signatureOf(right)}`;
  const answer = answerTo(context.state, question);
  return answer === undefined ? condition(question, node, context) : statusOf(answer);
}

/** The operators that `[[` and `[` share. */
export function compare(operator: string, left: Value, right: Value, node: Node, context: Context): Status {
  const unknown = (): Unknown =>
    condition(`${operator} ${signatureOf(left)} ${signatureOf(right)}`, node, context);
  const [first, second] = [knownText(left), knownText(right)];
  const known = first !== undefined && second !== undefined;
  switch (operator) {
    case "=":
    case "==":
      return compareTexts(left, right, node, context);
    case "!=":
      return not(compareTexts(left, right, node, context));
    case "<":
      return known ? statusOf(first < second) : unknown();
    case ">":
      return known ? statusOf(first > second) : unknown();
    case "-eq":
    case "-ne":
    case "-lt":
    case "-le":
    case "-gt":
    case "-ge": {
      return evaluateForStatus(() => {
        const [a, b] = [numberOf(left, node, context), numberOf(right, node, context)];
        if (a === undefined || b === undefined) return unknown();
        if (a === "none" || b === "none") return 2;
        return statusOf(holds(operator, a, b));
      });
    }
    case "-nt":
    case "-ot":
    case "-ef":
      return unknown();
    default:
      return unknown();
  }
}

/** In `[[`, an operand is evaluated; in `[`, an operand that is not a number is an error. */
function numberOf(value: Value, node: Node, context: Context): bigint | "none" | undefined {
  const isEvaluated = "type" in node && node.type === "TestBinary";
  const trimmed = knownText(value)?.trim();
  if (trimmed === undefined)
    return isEvaluated ? evaluateValue(value, false, { ...context, isComparison: true }) : undefined;
  // Evaluated, a number that starts with 0 is octal.
  if ((isEvaluated ? /^[-+]?(?:0|[1-9]\d*)$/ : /^[-+]?\d+$/).test(trimmed))
    return BigInt(trimmed.replace("+", ""));
  return isEvaluated ? evaluateText(trimmed, context) : "none";
}

function holds(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case "-eq":
      return left === right;
    case "-ne":
      return left !== right;
    case "-lt":
      return left < right;
    case "-le":
      return left <= right;
    case "-gt":
      return left > right;
    default:
      return left >= right;
  }
}
