import type { ArrayValue, Assignment } from "unbash";
import { originOf, unknownAt, type Context } from "../context.js";
import { fieldsOf, valueOf } from "../expansion/fields.js";
import { evaluateValue } from "../expansion/arithmetic/evaluate.js";
import { elementKey, isBadKey } from "../expansion/element-key.js";
import { lookUp, targetOf } from "../state/lookup.js";
import { assignVariable, elementsOf, failWithError, setArray, setElement } from "../state/assignment.js";
import { isInteger } from "../state/attributes.js";
import type { ShellState } from "../state/shell-state.js";
import { joinValues, textValue, unknownValue, type Value } from "../values/value.js";

/** Carries out an assignment. */
export function assign(assignment: Assignment, context: Context): void {
  const { state } = context;
  const { value } = assignment;
  const name = targetOf(state, assignment.name);
  const variable = state.variables.get(name);
  if (variable?.isReadonly === true) failWithError(state);
  if (value.type === "ArrayValue") {
    assignArray(assignment, context);
    return;
  }
  const own = valueOf(value, context, true);
  if (assignment.index !== undefined) {
    const key = elementKey(assignment.index, variable, context);
    const isBad = key !== undefined && isBadKey(key, variable);
    if (isBad && variable) failWithError(state);
    if (key === undefined || isBad || isInteger(state, name))
      state.variables.set(name, unknownVariable(name, assignment, context));
    else setElement(state, name, key, appended(assignment, elementsOf(variable).get(key), own));
    return;
  }
  const held = assignment.append === true ? lookUp(state, name) : undefined;
  const before =
    !held || held.kind === "unset"
      ? undefined
      : held.kind === "set"
        ? held.value
        : unknownValue(held.unknown);
  if (isInteger(state, name)) {
    const number = evaluateValue(own, false, context);
    const added = before ? evaluateValue(before, false, context) : 0n;
    assignVariable(
      state,
      name,
      number === undefined || added === undefined
        ? unknownValue({ ...unknownAt(assignment, context, "arithmetic"), integer: "never empty" })
        : textValue(String(number + added), originOf(assignment, context)),
    );
    return;
  }
  assignVariable(state, name, appended(assignment, before, own));
}

function appended({ append }: Assignment, before: Value | undefined, value: Value): Value {
  return append === true && before ? joinValues([before, value]) : value;
}

function unknownVariable(
  name: string,
  assignment: Assignment,
  context: Context,
): ReturnType<ShellState["variables"]["get"]> {
  const unknown = {
    id: `array ${name} ${assignment.text}`,
    label: `\${${name}}`,
    what: `\`${name}\``,
    origin: originOf(assignment, context),
  };
  return {
    value: unknownValue(unknown),
    elements: undefined,
    isAssociative: false,
    isExported: false,
    mayBeUnset: true,
  };
}

function assignArray(assignment: Assignment, context: Context): void {
  const { state } = context;
  const { value, append } = assignment;
  const name = targetOf(state, assignment.name);
  if (value.type !== "ArrayValue") return;
  const before = state.variables.get(name);
  const isAssociative = before?.isAssociative === true;
  // Its own words already see an array, which matters with `set -u`: an empty one, or one of the variable's text.
  if (!before?.elements && before?.mayBeUnset !== true)
    setArray(state, name, elementsOf(before), isAssociative);
  const elements = new Map(append === true ? elementsOf(before) : []);
  let next = isAssociative ? 0 : Math.max(-1, ...[...elements.keys()].map(Number)) + 1;
  for (const element of value.elements) {
    if (/^\[[^\]]*\]\+?=/.test(element.text)) {
      // The parser yields an element with a key as one word.
      const keyed = keyedArray(value);
      const keys = [...(keyed?.keys() ?? [])];
      const isPlain = isAssociative || keys.every((key) => /^(?:0|[1-9]\d{0,8})$/.test(key));
      if (keyed && isPlain) setElements(state, name, [...elements, ...keyed]);
      else state.variables.set(name, unknownVariable(name, assignment, context));
      return;
    }
    for (const field of fieldsOf(element, context, true)) {
      if (field.maySplit) {
        state.variables.set(name, unknownVariable(name, assignment, context));
        return;
      }
      elements.set(String(next++), field.text);
    }
  }
  setArray(state, name, elements, isAssociative);
}

/** Sets all elements of an array, those of an indexed one in their order. */
function setElements(state: ShellState, name: string, elements: readonly (readonly [string, Value])[]): void {
  const isAssociative = state.variables.get(name)?.isAssociative === true;
  const own = [...new Map(elements)];
  setArray(
    state,
    name,
    new Map(isAssociative ? own : own.sort(([a], [b]) => Number(a) - Number(b))),
    isAssociative,
  );
}

/** `([key]=value ...)` with plain keys and values, quoted or not; `undefined` for any other. */
function keyedArray(value: ArrayValue): ReadonlyMap<string, Value> | undefined {
  const elements = new Map<string, Value>();
  for (const { text, pos, end } of value.elements) {
    const match =
      /^\[(?:"([^"$`\\]*)"|'([^']*)'|([\w.-]+))\]=(?:"([^"$`\\]*)"|'([^']*)'|([\w./:@%+,-]*))$/.exec(text);
    if (!match) return undefined;
    const key = match[1] ?? match[2] ?? match[3] ?? "";
    elements.set(key, textValue(match[4] ?? match[5] ?? match[6] ?? "", { start: pos, end }));
  }
  return elements;
}
