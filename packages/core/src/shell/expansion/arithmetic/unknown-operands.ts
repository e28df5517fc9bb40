import { endAtUnset } from "../../state/expansion-error.js";
import type { ArithmeticExpression } from "unbash";
import { type Context, unknownAt } from "../../context.js";
import { isOutlived } from "../../state/errexit.js";
import { ask } from "../../state/facts.js";
import { lookUp } from "../../state/lookup.js";
import { isOn, newUnknown } from "../../state/shell-state.js";
import { firstUnknown, knownText, signatureOf, soleUnknown, type Value } from "../../values/value.js";
import { fail } from "./errors.js";
import { readNumber } from "./integers.js";

/*
 * An unknown text in arithmetic may be a number, an expression, or neither, which is an error. That an expression may
 * assign variables itself is left out.
 */

/**
 * Fails on the way on which an unknown value is no integer. `isText` if the value becomes a part of the expression's
 * text, where nothing is an error; a variable that is read by its name may be empty.
 *
 * @throws ControlFlow on that way
 */
export function failUnlessInteger(value: Value, isText: boolean, context: Context): void {
  const { state, isComparison = false } = context;
  const about = firstUnknown(value);
  if (!about || isInteger(value, isText)) return;
  // With `set -u`, a text that names an unset variable ends the shell.
  const mayEnd = isOn(state, "nounset") && !isOn(state, "posix");
  const endsShell = (): boolean => ask(state, `names unset ${signatureOf(value)}`, false, about);
  if (isComparison) {
    // Where that ends the job, nothing after it matters.
    if (mayEnd && (state.followsFailures || isOutlived(state)) && endsShell()) endAtUnset(state);
    return;
  }
  if (ask(state, `integer ${signatureOf(value)}`, true, about)) return;
  if (mayEnd && endsShell()) endAtUnset(state);
  fail(context);
}

/**
 * Fails on the way on which an expression with an empty operand is an error; with some operators, it is none.
 *
 * @throws ControlFlow on that way
 */
export function failIfEmptyOperand(context: Context): void {
  const unknown = newUnknown(context.state, "an empty operand", {
    label: "$((...))",
    what: "arithmetic",
    origin: { start: 0, end: 0 },
  });
  if (ask(context.state, `error ${unknown.id}`, true, unknown)) fail(context);
}

function isInteger(value: Value, isText: boolean): boolean {
  const integer = soleUnknown(value)?.integer;
  return integer === "never empty" || (integer === "may be empty" && !isText);
}

/**
 * Fails on the way on which an unknown divisor is 0.
 *
 * @throws ControlFlow on that way
 */
export function failIfZero(divisor: ArithmeticExpression, context: Context): void {
  if (context.isComparison === true) return;
  const unknown = unknownAt(divisor, context, "arithmetic");
  if (ask(context.state, `zero ${unknown.id}`, false, unknown)) fail(context);
}

/**
 * Whether a test holds that decides which of several expressions are evaluated. If it is not known, and matters for
 * more than the value, both ways are followed; if it matters for the value alone, the result is `undefined`.
 */
export function isTrue(
  value: bigint | undefined,
  test: ArithmeticExpression,
  decided: readonly ArithmeticExpression[],
  context: Context,
): boolean | undefined {
  if (value !== undefined) return value !== 0n;
  if (!decided.some((one) => hasEffects(one, context))) return undefined;
  const unknown = unknownAt(test, context, "arithmetic");
  return ask(context.state, `true ${unknown.id}`, true, unknown);
}

/** Whether an evaluation may do more than return a value: assign a variable, run a command or fail. */
function hasEffects(expression: ArithmeticExpression, context: Context): boolean {
  switch (expression.type) {
    case "ArithmeticGroup":
      return hasEffects(expression.expression, context);
    case "ArithmeticCommandExpansion":
      return true;
    case "ArithmeticTernary":
      return [expression.test, expression.consequent, expression.alternate].some((one) =>
        hasEffects(one, context),
      );
    case "ArithmeticUnary":
      return /^(?:\+\+|--)$/.test(expression.operator) || hasEffects(expression.operand, context);
    case "ArithmeticBinary":
      return (
        assigns(expression.operator) ||
        /^(?:[/%]|\*\*)$/.test(expression.operator) ||
        hasEffects(expression.left, context) ||
        hasEffects(expression.right, context)
      );
    case "ArithmeticWord":
      return expression.parts !== undefined || !isPlain(expression.value, context);
  }
}

/** Whether an operator assigns its left operand. */
export function assigns(operator: string): boolean {
  return /^(?:=|(?:[-+*/%&|^]|<<|>>|\*\*)=)$/.test(operator);
}

/** Whether a word without expansions is a number, or the name of a variable with one. */
function isPlain(word: string, { state }: Context): boolean {
  if (readNumber(word) !== undefined) return true;
  if (!/^[A-Za-z_]\w*$/.test(word)) return false;
  const held = lookUp(state, word);
  if (held.kind === "unset") return !isOn(state, "nounset");
  if (held.kind === "unknown") return held.unknown.integer !== undefined && !isOn(state, "nounset");
  const text = knownText(held.value);
  return text === undefined ? isInteger(held.value, false) : readNumber(text.trim()) !== undefined;
}

/** Whether an expression only compares: an error in it has the same result as a comparison that does not hold. */
export function isComparison(expression: ArithmeticExpression): boolean {
  switch (expression.type) {
    case "ArithmeticGroup":
      return isComparison(expression.expression);
    case "ArithmeticCommandExpansion":
    case "ArithmeticTernary":
      return false;
    case "ArithmeticUnary":
      return false;
    case "ArithmeticBinary":
      return (
        /^(?:[-+*<>]|[<>=!]=)$/.test(expression.operator) &&
        isComparison(expression.left) &&
        isComparison(expression.right)
      );
    case "ArithmeticWord":
      return true;
  }
}
