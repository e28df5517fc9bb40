import type { ArithmeticCommand, TestExpression } from "unbash";
import { type Context, type Node, unknownAt } from "../context.js";
import { evaluateForStatus } from "../expansion/arithmetic/errors.js";
import { evaluate } from "../expansion/arithmetic/evaluate.js";
import { isTooLong } from "../expansion/arithmetic/long-expressions.js";
import { isComparison } from "../expansion/arithmetic/unknown-operands.js";
import { valueOf } from "../expansion/fields.js";
import { expressionOf, comparedPatternOf } from "../expansion/word-pattern.js";
import { ControlFlow } from "../state/control-flow.js";
import { askStatus, emptiness, emptinessQuestion } from "../state/facts.js";
import { elementsOf } from "../state/assignment.js";
import { lookUp, targetOf } from "../state/lookup.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { type Status, statusOf } from "../state/status.js";
import type { Held } from "../state/variables.js";
import { hasCase, knownText, signatureOf, type Unknown, type Value } from "../values/value.js";
import { compare, compareTexts, condition, forgetMatch, matched, not, setMatch } from "./comparisons.js";
import { testFile } from "./file-tests.js";
import { matchExpression } from "./regular-expression.js";

/** `(( ... ))`. */
export function evaluateArithmetic(node: ArithmeticCommand, context: Context): Status {
  return evaluateForStatus(() => {
    const { expression } = node;
    const own =
      expression && !isTooLong(expression) && isComparison(expression)
        ? { ...context, isComparison: true }
        : context;
    const value = expression ? evaluate(expression, own) : undefined;
    return value === undefined ? unknownAt(node, context, "arithmetic") : statusOf(value !== 0n);
  });
}

/** `[[ ... ]]`. */
export function evaluateTest(expression: TestExpression, context: Context): Status {
  switch (expression.type) {
    case "TestUnary":
      return evaluateUnary(
        expression.operator,
        valueOf(expression.operand, context),
        context.state,
        expression,
        context,
      );
    case "TestBinary":
      return evaluateBinary(expression, context);
    case "TestNot": {
      const status = evaluateTest(expression.operand, context);
      return expression.negations.length % 2 === 1 ? not(status) : status;
    }
    case "TestGroup":
      return evaluateTest(expression.expression, context);
    case "TestLogical":
      return evaluateLogical(expression, context);
  }
}

function evaluateLogical(
  { operator, operands }: Extract<TestExpression, { type: "TestLogical" }>,
  context: Context,
): Status {
  const isAnd = operator === "&&";
  let unknown: Unknown | undefined;
  for (const operand of operands) {
    try {
      const status = evaluateTest(operand, context);
      if (typeof status !== "number") unknown ??= status;
      else if ((status === 0) !== isAnd) return status;
    } catch (error) {
      // An error in an operand that is perhaps not evaluated.
      if (unknown && error instanceof ControlFlow && askStatus(context.state, unknown) !== isAnd)
        return statusOf(!isAnd);
      throw error;
    }
  }
  return unknown ?? statusOf(isAnd);
}

function evaluateBinary(
  expression: Extract<TestExpression, { type: "TestBinary" }>,
  context: Context,
): Status {
  const { operator } = expression;
  const left = valueOf(expression.left, context);
  switch (operator) {
    case "=":
    case "==":
    case "!=": {
      const pattern = comparedPatternOf(expression.right, context);
      const right = pattern === undefined ? valueOf(expression.right, context) : undefined;
      const status =
        pattern === undefined
          ? compareTexts(left, right ?? left, expression, context)
          : matched(left, pattern, expression, context);
      return operator === "!=" ? not(status) : status;
    }
    case "=~": {
      const pattern = expressionOf(expression.right, context);
      const text = knownText(left);
      const match =
        pattern === undefined ||
        text === undefined ||
        (isOn(context.state, "nocasematch") && hasCase(text + pattern))
          ? undefined
          : matchExpression(text, pattern, expression.right);
      if (match === undefined) {
        forgetMatch(expression, context);
        return condition(`=~ ${signatureOf(left)} ${expression.right.text}`, expression, context);
      }
      setMatch(context.state, match);
      return statusOf(match !== "none");
    }
    default:
      return compare(operator, left, valueOf(expression.right, context), expression, context);
  }
}

/** The unary operators that `[[` and `[` share. */
export function evaluateUnary(
  operator: string,
  operand: Value,
  state: ShellState,
  node: Node,
  context: Context,
): Status {
  switch (operator) {
    case "-n":
    case "-z": {
      const empty = emptiness(state, operand);
      const status: Status =
        empty === undefined ? condition(emptinessQuestion(operand), node, context) : statusOf(empty);
      return operator === "-z" ? status : not(status);
    }
    case "-v": {
      const name = knownText(operand);
      const held = name === undefined ? undefined : heldByName(state, name);
      if (!held || held.kind === "unknown") return condition(`-v ${signatureOf(operand)}`, node, context);
      return statusOf(held.kind === "set");
    }
    case "-t":
      return 1;
    case "-o":
      return condition(`-o ${signatureOf(operand)}`, node, context);
    default:
      return testFile(operator, operand, node, context);
  }
}

/** What a variable holds, or the element of an array that a name such as `a[1]` names; `undefined` if that is not known. */
function heldByName(state: ShellState, name: string): Held | undefined {
  const [, array, key] = /^(\w+)\[([\w.-]+)\]$/.exec(name) ?? [];
  if (array === undefined || key === undefined) return /^\w+$/.test(name) ? lookUp(state, name) : undefined;
  const variable = state.variables.get(targetOf(state, array));
  const isIndex = variable?.isAssociative === true || /^(?:0|[1-9]\d*)$/.test(key);
  if (!isIndex || (!variable?.elements && lookUp(state, array).kind === "unknown")) return undefined;
  const value = elementsOf(variable).get(key);
  return value ? { kind: "set", value } : { kind: "unset" };
}
