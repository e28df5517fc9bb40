import { type ArithmeticExpression, parse } from "unbash";
import type { Context } from "../../context.js";
import { knownText, type Value } from "../../values/value.js";
import { fillStandIns } from "../unknown-expressions.js";
import { fail, failAt, isMalformed } from "./errors.js";
import { assign, evaluateWord } from "./variables.js";
import { compute, readNumber, truth, wrap } from "./integers.js";
import { isTooLong, MAX_SIZE, passOver } from "./long-expressions.js";
import { assigns, failIfEmptyOperand, failIfZero, failUnlessInteger, isTrue } from "./unknown-operands.js";

/**
 * The value of an expression, a signed 64-bit integer; `undefined` if it is not known.
 *
 * @throws ControlFlow if the shell cannot evaluate the expression
 */
export function evaluate(expression: ArithmeticExpression, context: Context): bigint | undefined {
  if (isTooLong(expression)) {
    passOver(expression, context);
    return undefined;
  }
  switch (expression.type) {
    case "ArithmeticWord":
      return evaluateWord(expression, context);
    default:
      return evaluateOperation(
        expression,
        context.isOperand === true
          ? context
          : {
              ...context,
              isOperand: true,
              arithmeticSize: context.arithmeticSize ?? expression.end - expression.pos,
            },
      );
  }
}

function evaluateOperation(
  expression: Exclude<ArithmeticExpression, { type: "ArithmeticWord" }>,
  context: Context,
): bigint | undefined {
  switch (expression.type) {
    case "ArithmeticGroup":
      return evaluate(expression.expression, context);
    case "ArithmeticCommandExpansion": {
      const { script, text, pos, end } = expression;
      return evaluateValue(
        context.substitutions.command({ type: "CommandExpansion", script, text, pos, end }, context),
        true,
        context,
      );
    }
    case "ArithmeticTernary": {
      const { test, consequent, alternate } = expression;
      const holds = isTrue(evaluate(test, context), test, [consequent, alternate], context);
      if (holds === undefined) return undefined;
      return evaluate(holds ? consequent : alternate, context);
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
  const number = isTooLong(text) ? undefined : readNumber(text.trim());
  if (number !== undefined) return number;
  const arithmeticSize = (context.arithmeticSize ?? 1) * text.length;
  if (isTooLong(text) || arithmeticSize > MAX_SIZE) {
    passOver(text, context);
    return undefined;
  }
  if (isMalformed(fillStandIns(text.trim(), "1"))) failAt(text.trim(), context);
  const [statement] = parse(`((${text}))`).commands;
  const command = statement?.command;
  return command?.type === "ArithmeticCommand" && command.expression
    ? evaluate(command.expression, { ...context, arithmeticSize })
    : undefined;
}

/**
 * The value of a text that may be unknown. `isText` if it is a part of an expression's text, where it may not be empty.
 *
 * @throws ControlFlow if the shell cannot evaluate the text
 */
export function evaluateValue(value: Value, isText: boolean, context: Context): bigint | undefined {
  const text = knownText(value);
  if (text === undefined) failUnlessInteger(value, isText, context);
  else if (isText && context.isOperand === true && text.trim() === "") failIfEmptyOperand(context);
  else return evaluateText(text, context);
  return undefined;
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
    const holds = isTrue(first, left, [right], context);
    if (holds === undefined) return undefined;
    if (holds !== (operator === "&&")) return operator === "&&" ? 0n : 1n;
    const second = evaluate(right, context);
    return second === undefined ? undefined : truth(second !== 0n);
  }
  const second = evaluate(right, context);
  if (operator === ",") return second;
  const plain = assigns(operator) ? operator.slice(0, -1) : operator;
  const value = computeUnlessUnknown(plain, first, second, right, context);
  return plain === operator ? value : assign(left, value, context);
}

function computeUnlessUnknown(
  operator: string,
  left: bigint | undefined,
  right: bigint | undefined,
  divisor: ArithmeticExpression,
  context: Context,
): bigint | undefined {
  if (right === undefined) {
    if (/^(?:[/%]|\*\*)$/.test(operator)) failIfZero(divisor, context);
    return undefined;
  }
  // An error does not depend on the left operand.
  const value = compute(operator, left ?? 1n, right, context);
  return left === undefined ? undefined : value;
}

function isBlank(operand: ArithmeticExpression): boolean {
  return operand.type === "ArithmeticWord" && operand.parts === undefined && operand.value.trim() === "";
}
