import { endAtUnset } from "../../state/expansion-error.js";
import type { ArithmeticExpression } from "unbash";
import { unknownAt, type Context } from "../../context.js";
import { lookUp, targetOf } from "../../state/lookup.js";
import { assignVariable, elementsOf, exportOf, setElement } from "../../state/assignment.js";
import { isOn } from "../../state/shell-state.js";
import { UNSET, type Variable } from "../../state/variables.js";
import { joinValues, knownText, textValue, unknownValue, type Value } from "../../values/value.js";
import { expandHeld, failIfUnset } from "../expanded-parameter.js";
import { expandSingle } from "../single-text.js";
import { hasStandIn, withUnknownExpressions } from "../unknown-expressions.js";
import { fail, failAt, isMalformed } from "./errors.js";
import { evaluateText, evaluateValue } from "./evaluate.js";
import { readNumber } from "./integers.js";
import { isTooLong } from "./long-expressions.js";
import { failUnlessInteger } from "./unknown-operands.js";

/** The value of an operand: a number, a variable, an element of an array, or an expansion; `undefined` if it is not known. */
export function evaluateWord(
  word: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  context: Context,
): bigint | undefined {
  if (word.parts) {
    const value = joinValues(word.parts.map((part) => expandSingle(part, context)));
    return evaluateValue(value, true, context);
  }
  const number = readNumber(word.value);
  if (number !== undefined) return number;
  if (NAME.test(word.value)) return variableValue(word.value, context, depthOf(context));
  const parameter = PARAMETER.exec(word.value)?.[1];
  if (parameter !== undefined) {
    const expanded = expandHeld(lookUp(context.state, parameter), parameter, context);
    return evaluateValue(expanded.kind === "value" ? expanded.value : NOTHING, true, context);
  }
  if (hasStandIn(word.value))
    return evaluateValue(withUnknownExpressions(textValue(word.value, NOWHERE)), true, context);
  // A word with such characters may have an index or quotes.
  if (!/[[$`"'\\]/.test(word.value) && isMalformed(word.value)) fail(context);
  const element = elementAt(word.value, context);
  if (!element) return undefined;
  const value = elementsOf(element.variable).get(element.key);
  return value ? valueOf(value, context, depthOf(context)) : 0n;
}

const NAME = /^[A-Za-z_]\w*$/;

/** `$NAME`, `$1` or `$#`, which the parser does not divide into parts. */
const PARAMETER = /^\$([A-Za-z_]\w*|[\d#?$!])$/;

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

/** How many times a variable whose value names another variable is followed. */
const MAX_DEPTH = 10;

function depthOf({ arithmeticDepth = 0 }: Context): number {
  return arithmeticDepth;
}

function variableValue(name: string, context: Context, depth: number): bigint | undefined {
  const { state } = context;
  const held = lookUp(state, name);
  if (held.kind === "unset") {
    // Dash reads it as 0.
    if (isOn(state, "nounset") && !isOn(state, "posix")) endAtUnset(state);
    return 0n;
  }
  if (!isOn(state, "posix")) failIfUnset(held, name, context);
  return valueOf(held.kind === "set" ? held.value : unknownValue(held.unknown), context, depth);
}

function valueOf(value: Value, context: Context, depth: number): bigint | undefined {
  const text = knownText(value)?.trim();
  if (text === undefined) {
    failUnlessInteger(value, false, context);
    return undefined;
  }
  if (isTooLong(text)) return evaluateText(text, context);
  const number = readNumber(text);
  if (number !== undefined) return number;
  if (isMalformed(text) || isOn(context.state, "posix")) failAt(text, context);
  // `a=b; b=1; $((a))` is 1, and so it is with `a=b+0`.
  if (depth >= MAX_DEPTH) return undefined;
  return NAME.test(text)
    ? variableValue(text, context, depth + 1)
    : evaluateText(text, { ...context, arithmeticDepth: depth + 1 });
}

/** Assigns a value to a variable or an element, and returns it; `undefined` if it is not known. */
export function assign(
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
const NOTHING = textValue("", NOWHERE);

function unknownArithmetic(
  node: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  context: Context,
  what: string,
): Value {
  return unknownValue({
    ...unknownAt(node, context, what),
    label: `\${${node.value}}`,
    integer: "never empty",
  });
}
