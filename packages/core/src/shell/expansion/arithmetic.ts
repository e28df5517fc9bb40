import type { ArithmeticExpression } from "unbash";
import { parse } from "unbash";
import { unknownAt, type Context } from "../context.js";
import { assignVariable, elementsOf, exportOf, lookUp, setElement, targetOf } from "../state/lookup.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { UNSET, type Variable } from "../state/variables.js";
import { knownText, textValue, unknownValue, type Value } from "../values/value.js";
import { expandSingle } from "./parameters.js";

/**
 * The value of an expression, a signed 64-bit integer; `undefined` if it is not known.
 *
 * @throws ControlFlow if the shell cannot evaluate the expression
 */
export function evaluate(expression: ArithmeticExpression, context: Context): bigint | undefined {
  switch (expression.type) {
    case "ArithmeticGroup":
      return evaluate(expression.expression, context);
    case "ArithmeticWord":
      return evaluateWord(expression, context);
    case "ArithmeticCommandExpansion":
      return undefined;
    case "ArithmeticTernary": {
      const test = evaluate(expression.test, context);
      if (test === undefined) return undefined;
      return evaluate(test !== 0n ? expression.consequent : expression.alternate, context);
    }
    case "ArithmeticUnary":
      return evaluateUnary(expression, context);
    case "ArithmeticBinary":
      return evaluateBinary(expression, context);
  }
}

/**
 * The value of a text such as `n+1`, a signed 64-bit integer; `undefined` if it is not known.
 *
 * @throws ControlFlow if the shell cannot evaluate the text
 */
export function evaluateText(text: string, context: Context): bigint | undefined {
  const number = readNumber(text.trim());
  if (number !== undefined) return number;
  if (isMalformed(text.trim())) failAt(text.trim(), context);
  const [statement] = parse(`((${text}))`).commands;
  const command = statement?.command;
  return command?.type === "ArithmeticCommand" && command.expression
    ? evaluate(command.expression, context)
    : undefined;
}

/**
 * Runs an evaluation that is a command of its own, such as `((...))`; the command fails if the shell cannot evaluate.
 */
export function evaluateForStatus(run: () => Status): Status {
  try {
    return run();
  } catch (error) {
    if (error instanceof ControlFlow && error.leaving.kind === "discard") return error.leaving.status;
    throw error;
  }
}

/** Fails at a malformed text. With `set -u`, an unset variable before the error ends the shell first. */
function failAt(text: string, context: Context): never {
  const { state } = context;
  const isInOrder = isOn(state, "nounset") && !isOn(state, "posix") && !/&&|\|\||\?/.test(text);
  if (isInOrder) {
    for (const { 0: name, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
      const before = text.slice(0, index).trimEnd();
      const operand = /[-+*/%<>=&|^,(]$/.test(before) ? "1" : "";
      if (isMalformed(before + operand)) break;
      const isWhole = /^\s*(?:$|[-+*/%<>=&|^,:)\w])/.test(text.slice(index + name.length));
      if (isWhole && lookUp(state, name).kind === "unset") throw new ControlFlow({ kind: "exit", status: 1 });
    }
  }
  fail(context);
}

/** Fails as at invalid arithmetic: Bash discards the line, and Dash exits. */
function fail({ state }: Context): never {
  throw new ControlFlow(isOn(state, "posix") ? { kind: "exit", status: 2 } : { kind: "discard", status: 1 });
}

/**
 * Whether Bash cannot evaluate a text: it has characters of no operator, an operator without operands, operands
 * without an operator between them, or a number with digits that its base does not have.
 */
function isMalformed(text: string): boolean {
  if (/[^[]\[/.test(text)) return false;
  return (
    /[.'"`@\\{}$;]|^[/*%<>=&|^?,:[#]|[-+*/%<>=&|^?:,!~]$|[\w)\]]\s+[\w(]/.test(
      text.replace(/(?:\+\+|--)$/, ""),
    ) || /(?:^|[^\w#])(?:0[0-7]*[89]|(?!0[xX])\d+[A-Za-z_])/.test(text)
  );
}

function readNumber(text: string): bigint | undefined {
  if (text === "") return 0n;
  if (/^-?(?:0[xX][\da-fA-F]+|[1-9]\d*|0)$/.test(text))
    return wrap(text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text));
  if (/^10#\d+$/.test(text)) return wrap(BigInt(text.slice(3)));
  return /^0[0-7]+$/.test(text) ? BigInt(`0o${text.slice(1)}`) : undefined;
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function evaluateWord(
  word: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  context: Context,
): bigint | undefined {
  if (word.parts) {
    const texts = word.parts.map((part) => knownText(expandSingle(part, context)));
    return texts.every((text) => text !== undefined) ? evaluateText(texts.join(""), context) : undefined;
  }
  const number = readNumber(word.value);
  if (number !== undefined) return number;
  if (NAME.test(word.value)) return variableValue(word.value, context, depthOf(context));
  // A word with such characters may have an index or quotes.
  if (!/[[$`"'\\]/.test(word.value) && isMalformed(word.value)) fail(context);
  const element = elementAt(word.value, context);
  if (!element) return undefined;
  const value = elementsOf(element.variable).get(element.key);
  return value ? valueOfText(knownText(value)?.trim(), context, depthOf(context)) : 0n;
}

const NAME = /^[A-Za-z_]\w*$/;

/** `NAME[1]`, of a known indexed array. */
function elementAt(
  word: string,
  context: Context,
): { readonly name: string; readonly key: string; readonly variable: Variable } | undefined {
  const [, name, index] = /^([A-Za-z_]\w*)\[([^[\]]+)\]$/.exec(word) ?? [];
  const variable =
    name === undefined ? undefined : context.state.variables.get(targetOf(context.state, name));
  if (name === undefined || index === undefined || /[$`"'\\]/.test(index) || !variable) return undefined;
  if (variable.isAssociative || variable.mayBeUnset) return undefined;
  const key = evaluateText(index, context);
  return key === undefined || key < 0n ? undefined : { name, key: String(key), variable };
}

/** Variables whose values name variables are followed so far. */
const MAX_DEPTH = 10;

function depthOf({ arithmeticDepth = 0 }: Context): number {
  return arithmeticDepth;
}

function variableValue(name: string, context: Context, depth: number): bigint | undefined {
  const { state } = context;
  const held = lookUp(state, name);
  if (held.kind === "unset") {
    // Dash reads it as 0.
    if (isOn(state, "nounset") && !isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 1 });
    return 0n;
  }
  return valueOfText(held.kind === "set" ? knownText(held.value)?.trim() : undefined, context, depth);
}

function valueOfText(text: string | undefined, context: Context, depth: number): bigint | undefined {
  if (text === undefined) return undefined;
  const number = readNumber(text);
  if (number !== undefined) return number;
  if (isMalformed(text) || isOn(context.state, "posix")) failAt(text, context);
  // `a=b; b=1; $((a))` is 1, and so it is with `a=b+0`.
  if (depth >= MAX_DEPTH) return undefined;
  return NAME.test(text)
    ? variableValue(text, context, depth + 1)
    : evaluateText(text, { ...context, arithmeticDepth: depth + 1 });
}

function assign(
  target: ArithmeticExpression,
  value: bigint | undefined,
  context: Context,
): bigint | undefined {
  if (target.type !== "ArithmeticWord") return undefined;
  if (!NAME.test(target.value)) return assignElement(target, value, context);
  if (value === undefined) {
    const unknown = context.state.unnamed(target.value);
    assignVariable(
      context.state,
      target.value,
      unknownArithmetic(target, context, unknown?.what ?? "arithmetic"),
    );
    return undefined;
  }
  assignVariable(context.state, target.value, textValue(String(value), NOWHERE));
  return value;
}

function assignElement(
  target: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  value: bigint | undefined,
  context: Context,
): bigint | undefined {
  const [name] = /^[A-Za-z_]\w*(?=\[)/.exec(target.value) ?? [];
  if (name === undefined) return undefined;
  const { state } = context;
  const element = elementAt(target.value, context);
  if (element && value !== undefined) {
    setElement(state, name, element.key, textValue(String(value), NOWHERE));
    return value;
  }
  const unknown = unknownArithmetic(target, context, "arithmetic");
  state.variables.set(name, { ...UNSET, value: unknown, mayBeUnset: true, ...exportOf(state, name) });
  return undefined;
}

const NOWHERE = { start: 0, end: 0 };

function evaluateUnary(
  { operator, operand, prefix }: Extract<ArithmeticExpression, { type: "ArithmeticUnary" }>,
  context: Context,
): bigint | undefined {
  const value = evaluate(operand, context);
  if (operator === "++" || operator === "--") {
    const changed = value === undefined ? undefined : wrap(operator === "++" ? value + 1n : value - 1n);
    assign(operand, changed, context);
    return prefix ? changed : value;
  }
  if (value === undefined) return undefined;
  switch (operator) {
    case "-":
      return wrap(-value);
    case "+":
      return value;
    case "!":
      return value === 0n ? 1n : 0n;
    case "~":
      return ~value;
    default:
      return undefined;
  }
}

function evaluateBinary(
  { operator, left, right }: Extract<ArithmeticExpression, { type: "ArithmeticBinary" }>,
  context: Context,
): bigint | undefined {
  if (operator === "=") return assign(left, evaluate(right, context), context);
  const first = evaluate(left, context);
  if (isEmpty(left) || isEmpty(right)) fail(context);
  if (operator === "&&" || operator === "||") {
    if (first === undefined) return undefined;
    if ((first === 0n) === (operator === "&&")) return operator === "&&" ? 0n : 1n;
    const second = evaluate(right, context);
    return second === undefined ? undefined : truth(second !== 0n);
  }
  const second = evaluate(right, context);
  if (operator === ",") return second;
  const isAssignment = /^(?:[-+*/%&|^]|<<|>>|\*\*)=$/.test(operator);
  const value =
    first === undefined || second === undefined
      ? undefined
      : compute(isAssignment ? operator.slice(0, -1) : operator, first, second, context);
  return isAssignment ? assign(left, value, context) : value;
}

function isEmpty(operand: ArithmeticExpression): boolean {
  return operand.type === "ArithmeticWord" && operand.parts === undefined && operand.value.trim() === "";
}

function truth(holds: boolean): bigint {
  return holds ? 1n : 0n;
}

function compute(operator: string, left: bigint, right: bigint, context: Context): bigint | undefined {
  switch (operator) {
    case "+":
      return wrap(left + right);
    case "-":
      return wrap(left - right);
    case "*":
      return wrap(left * right);
    case "/":
      return right === 0n ? fail(context) : wrap(left / right);
    case "%":
      return right === 0n ? fail(context) : left % right;
    case "**":
      return right < 0n ? fail(context) : right > 63n ? undefined : wrap(left ** right);
    case "<<":
      return right < 0n || right > 63n ? undefined : wrap(left << right);
    case ">>":
      return right < 0n || right > 63n ? undefined : left >> right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "<":
      return truth(left < right);
    case ">":
      return truth(left > right);
    case "<=":
      return truth(left <= right);
    case ">=":
      return truth(left >= right);
    case "==":
      return truth(left === right);
    case "!=":
      return truth(left !== right);
    default:
      return undefined;
  }
}

function unknownArithmetic(
  node: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  context: Context,
  what: string,
): Value {
  return unknownValue({ ...unknownAt(node, context, what), label: `\${${node.value}}` });
}
