import type { ParameterExpansionPart } from "unbash";
import { type Context, unknownAt } from "../context.js";
import { targetOf } from "../state/lookup.js";
import { elementsOf, failWithError } from "../state/assignment.js";
import { isOn } from "../state/shell-state.js";
import { heldBy } from "../state/variables.js";
import { emptinessOf, knownText, type Value } from "../values/value.js";
import { type Expanded, fields, plainText, unknownResult } from "./expanded-parameter.js";
import { separatorsOf } from "./separators.js";
import { expandUnknown } from "./variable-operations.js";
import { numberOf, operate, slice, sliceElements } from "./parameter-operations.js";

/** Expands `$@` or, with `joins`, `$*`. */
export function allParameters(joins: boolean, { state }: Context): Extract<Expanded, { kind: "fields" }> {
  const words = state.positional.get("")?.words ?? [];
  return { kind: "fields", values: words.map(({ text }) => text), joins, words };
}

/** Expands `${NAME[@]}` or `${NAME[*]}`, with or without an operation. */
export function expandArray(part: ParameterExpansionPart, context: Context): Expanded {
  const variable = context.state.variables.get(targetOf(context.state, part.parameter));
  const isUnknown = variable
    ? !variable.elements && heldBy(variable).kind === "unknown"
    : context.state.unnamed(part.parameter) !== undefined;
  if (isUnknown) return unknownResult(part, context);
  const elements = elementsOf(variable);
  const joins = part.index?.value === "*";
  // What is no array is unbound then, even where it holds a text, and so is an array that was only declared.
  if (
    part.prefix === "#" &&
    (!variable?.elements || variable.isUnassigned === true) &&
    isOn(context.state, "nounset")
  )
    failWithError(context.state);
  if (part.prefix === "#") return { kind: "value", value: plainText(String(elements.size), part, context) };
  // Bash's order of an associative array's keys is not modelled.
  if (variable?.isAssociative === true && elements.size > 1) return unknownResult(part, context);
  // `${A[@]:=x}` of an associative array assigns the key `@`.
  if (variable?.isAssociative === true && part.operation?.type === "Default")
    return expandUnknown(part, context);
  if (part.prefix === "!")
    return fields(
      [...elements.keys()].map((key) => plainText(key, part, context)),
      joins,
    );
  const all = fields([...elements.values()], joins);
  if (part.operation?.type === "Slice" && !variable?.elements)
    return sliceScalar(elements.get("0"), part, joins, context);
  return part.operation ? operateOnAll(all, part, context, elements) : all;
}

/** `${X[@]:offset:length}` of a variable that is not an array: a part of its text, or no field if it is too short. */
function sliceScalar(
  value: Value | undefined,
  part: ParameterExpansionPart,
  joins: boolean,
  context: Context,
): Expanded {
  const { operation } = part;
  if (!value || operation?.type !== "Slice") return fields([], joins);
  const text = knownText(value);
  const offset = numberOf(operation.offset, context);
  if (text === undefined || offset === undefined) return unknownResult(part, context);
  if (Math.abs(offset) > text.length) return fields([], joins);
  const result = operate(text, operation, context);
  return result === undefined
    ? unknownResult(part, context)
    : fields([plainText(result, part, context)], joins);
}

/** Whether the values are one empty text; `undefined` if that is not known. */
function areEmpty(
  { values, joins }: Extract<Expanded, { kind: "fields" }>,
  { state }: Context,
): boolean | undefined {
  const [only, ...others] = values;
  if (!only) return true;
  if (others.length === 0) return emptinessOf(only);
  // Between the values of `$*` is the first separator, if there is one; between those of `$@`, a space.
  const separators = joins ? separatorsOf(state) : " ";
  const mayBeEmpty = values.every((value) => emptinessOf(value) !== false);
  // Without a separator, Bash takes several empty values for an empty text in quotes only.
  return mayBeEmpty && (separators === "" || typeof separators === "object") ? undefined : false;
}

/** Applies an operation to each of several values. `elements`: those of the array, if they are of one. */
export function operateOnAll(
  all: Extract<Expanded, { kind: "fields" }>,
  part: ParameterExpansionPart,
  context: Context,
  elements: ReadonlyMap<string, Value> = new Map(),
): Expanded {
  const { operation } = part;
  if (!operation) return all;
  if (operation.type === "Default") {
    const { operator, operand } = operation;
    const isEmpty = operator.startsWith(":") ? areEmpty(all, context) : all.values.length === 0;
    if (isEmpty === undefined) return unknownResult(part, context);
    if (operator.endsWith("+")) return isEmpty ? { kind: "nothing" } : { kind: "operand", operand };
    if (!isEmpty) return all;
    if (operator.endsWith("-")) return { kind: "operand", operand };
    const status = part.index ? unknownAt(part, context, `\`${part.text}\``) : 1;
    failWithError(context.state, status);
  }
  if (operation.type === "Slice") {
    const offset = numberOf(operation.offset, context);
    const length = operation.length ? numberOf(operation.length, context) : undefined;
    if (offset === undefined || (operation.length && length === undefined))
      return unknownResult(part, context);
    // `${@:0}` starts with the script's name.
    if (part.parameter === "@" || part.parameter === "*") {
      if (offset <= 0) return unknownResult(part, context);
      const values = slice(all.values, offset - 1, length);
      return values ? fields(values, all.joins) : unknownResult(part, context);
    }
    const values = sliceElements(elements, offset, length);
    return values ? fields(values, all.joins) : unknownResult(part, context);
  }
  const texts = all.values.map((value) => {
    const text = knownText(value);
    return text === undefined ? undefined : operate(text, operation, context);
  });
  return texts.every((text) => text !== undefined)
    ? fields(
        texts.map((text) => plainText(text, part, context)),
        all.joins,
      )
    : unknownResult(part, context);
}
