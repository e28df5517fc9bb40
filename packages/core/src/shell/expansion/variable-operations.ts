import { endAtUnset } from "../state/expansion-error.js";
import type { ParameterExpansionPart, Word } from "unbash";
import { type Context, unknownAt } from "../context.js";
import { ask, isEmpty } from "../state/facts.js";
import { attributesOf } from "../state/attributes.js";
import { lookUp, targetOf } from "../state/lookup.js";
import { assignVariable, exportOf, failWithError, setElement } from "../state/assignment.js";
import { forgetAll, type ShellState } from "../state/shell-state.js";
import { type Held, UNSET } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import { knownText, signatureOf, unknownValue } from "../values/value.js";
import { type Expanded, failIfUnset, expandHeld, plainText, unknownResult } from "./expanded-parameter.js";
import { elementKey, isBadKey } from "./element-key.js";
import { operate } from "./parameter-operations.js";
import { expandOperand } from "./single-text.js";

/** Expands `${NAME...}` with an operation, such as `${NAME:-word}` or `${NAME%suffix}`. */
export function expandOperation(
  part: ParameterExpansionPart,
  held: Held,
  context: Context,
  isQuoted: boolean,
): Expanded {
  const { operation } = part;
  if (!operation) return unknownResult(part, context);
  if (operation.type === "Default") return expandDefault(part, operation, held, context, isQuoted);
  failIfUnset(held, part.parameter, context);
  if (held.kind === "unset") return { kind: "nothing" };
  const text = held.kind === "set" ? knownText(held.value) : undefined;
  const result = text === undefined ? undefined : operate(text, operation, context);
  if (result !== undefined) return { kind: "value", value: plainText(result, part, context) };
  const source = held.kind === "set" ? signatureOf(held.value) : held.unknown.id;
  const value = unknownAt(part, context, `\`${part.text}\``);
  // The same operation on the same unknown value has the same result.
  return { kind: "value", value: unknownValue({ ...value, id: boundedId(`${part.text} of ${source}`) }) };
}

function expandDefault(
  part: ParameterExpansionPart,
  { operator, operand }: Extract<NonNullable<ParameterExpansionPart["operation"]>, { type: "Default" }>,
  held: Held,
  context: Context,
  isQuoted: boolean,
): Expanded {
  const { state } = context;
  const isAlternative = operator.endsWith("+");
  // The first way assumes that an unknown variable is unset for `+`, and set for the other operators.
  const isThere = isPresent(held, operator.startsWith(":"), !isAlternative, context);
  if (isAlternative) return isThere ? { kind: "operand", operand } : { kind: "nothing" };
  if (isThere) {
    if (held.kind === "set") return { kind: "value", value: held.value };
    return held.kind === "unknown"
      ? { kind: "value", value: unknownValue(held.unknown) }
      : { kind: "nothing" };
  }
  switch (operator) {
    case "?":
    case ":?":
      return endAtUnset(state);
    case "=":
    case ":=":
      // Positional and special parameters cannot be assigned.
      if (!/^[A-Za-z_]/.test(assignedName(part, state))) failWithError(state);
      return assignDefault(part, operand, context, isQuoted);
    default:
      return { kind: "operand", operand };
  }
}

/** Assigns the default to a variable, or to an element of an array. */
function assignDefault(
  part: ParameterExpansionPart,
  operand: Word,
  context: Context,
  isQuoted: boolean,
): Expanded {
  const { state } = context;
  const name = targetOf(state, assignedName(part, state));
  const variable = state.variables.get(name);
  const value = expandOperand(operand, context, isQuoted);
  // The status is 1 or 2.
  const status = unknownAt(part, context, `\`${part.text}\``);
  if (variable?.isReadonly === true) failWithError(state, status);
  // An attribute such as `-i` may change the value.
  if (attributesOf(state, name).length > 0) return expandUnknown(part, context);
  if (!part.index) {
    assignVariable(state, name, value);
    return expandHeld(lookUp(state, name), name, context);
  }
  const key = elementKey(part.index, variable, context);
  if (key === undefined) return expandUnknown(part, context);
  if (isBadKey(key, variable)) failWithError(state, status);
  setElement(state, name, key, value);
  return { kind: "value", value };
}

/** The name of the variable that a default is assigned to: for `${!X:=word}`, the one that `X` names. */
function assignedName({ prefix, parameter }: ParameterExpansionPart, state: ShellState): string {
  if (prefix !== "!") return parameter;
  const held = lookUp(state, parameter);
  return (held.kind === "set" ? knownText(held.value) : undefined) ?? "";
}

/** Expands what is not known as a whole. If a default may be assigned, the variable becomes unknown. */
export function expandUnknown(part: ParameterExpansionPart, context: Context): Expanded {
  const { state } = context;
  const unknown = unknownAt(part, context, `\`${part.text}\``);
  if (part.operation?.type === "Default" && part.operation.operator.endsWith("=")) {
    const name = targetOf(state, part.parameter);
    // `${!X:=word}` assigns the variable that `X` names.
    if (part.prefix === "!") forgetAll(state, unknown);
    else
      state.variables.set(name, {
        ...UNSET,
        value: unknownValue(unknown),
        mayBeUnset: true,
        ...exportOf(state, name),
      });
  }
  return { kind: "value", value: unknownValue(unknown) };
}

function isPresent(held: Held, needsText: boolean, first: boolean, { state }: Context): boolean {
  if (held.kind === "unset") return false;
  if (held.kind === "unknown") {
    const value = unknownValue(held.unknown);
    if (needsText) return !isEmpty(state, value, !first);
    return ask(state, `set ${held.unknown.id}`, first, held.unknown);
  }
  return !needsText || !isEmpty(state, held.value, !first);
}
