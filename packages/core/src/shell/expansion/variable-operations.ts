import type { ParameterExpansionPart, Word } from "unbash";
import { type Context, unknownAt } from "../context.js";
import { ControlFlow } from "../state/control-flow.js";
import { ask, isEmpty } from "../state/facts.js";
import { lookUp, targetOf } from "../state/lookup.js";
import { assignVariable, setElement } from "../state/assignment.js";
import { isOn } from "../state/shell-state.js";
import type { Held } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import { knownText, signatureOf, unknownValue } from "../values/value.js";
import { type Expanded, failIfUnset, expandHeld, plainText, unknownResult } from "./expanded-parameter.js";
import { elementKey } from "./element-key.js";
import { operate } from "./parameter-operations.js";
import { expandOperand } from "./single-text.js";

/** Expands `${NAME...}` with an operation, such as `${NAME:-word}` or `${NAME%suffix}`. */
export function expandOperation(part: ParameterExpansionPart, held: Held, context: Context): Expanded {
  const { operation } = part;
  if (!operation) return unknownResult(part, context);
  if (operation.type === "Default") return expandDefault(part, operation, held, context);
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
      throw new ControlFlow({ kind: "exit", status: 1 });
    case "=":
    case ":=":
      // Positional and special parameters cannot be assigned.
      if (!/^[A-Za-z_]/.test(part.parameter))
        throw new ControlFlow({ kind: "exit", status: isOn(state, "posix") ? 2 : 1 });
      return assignDefault(part, operand, context);
    default:
      return { kind: "operand", operand };
  }
}

/** Assigns the default to a variable, or to an element of an array. */
function assignDefault(part: ParameterExpansionPart, operand: Word, context: Context): Expanded {
  const { state } = context;
  const { parameter, index } = part;
  const value = expandOperand(operand, context);
  if (!index) {
    assignVariable(state, parameter, value);
    return expandHeld(lookUp(state, parameter), parameter, context);
  }
  const variable = state.variables.get(targetOf(state, parameter));
  const key = elementKey(index, variable?.isAssociative === true, context);
  if (key === undefined) return unknownResult(part, context);
  setElement(state, parameter, key, value);
  return { kind: "value", value };
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
