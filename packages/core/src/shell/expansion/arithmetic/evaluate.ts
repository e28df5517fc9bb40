import { type ArithmeticExpression, parse } from "unbash";
import type { Context } from "../../context.js";
import { fail, failAt, isMalformed } from "./errors.js";
import { assign, evaluateWord } from "./variables.js";
import { compute, readNumber, truth, wrap } from "./integers.js";

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
  if (isBlank(left) || isBlank(right)) fail(context);
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

function isBlank(operand: ArithmeticExpression): boolean {
  return operand.type === "ArithmeticWord" && operand.parts === undefined && operand.value.trim() === "";
}
