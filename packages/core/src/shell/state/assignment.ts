import { hasCase, knownText, soleUnknown, unknownValue, type Value } from "../values/value.js";
import { attributesOf, replaceAttributes } from "./attributes.js";
import { isOn, newUnknown, type ShellState } from "./shell-state.js";
import { hasErrexit } from "./errexit.js";
import type { Status } from "./status.js";
import { ControlFlow } from "./control-flow.js";
import { scalar, UNSET, type Variable } from "./variables.js";
import { lookUp, targetOf } from "./lookup.js";

const NOWHERE = { start: 0, end: 0 };

/** An error that ends Dash, or Bash with `set -e`, whatever follows; without `set -e`, Bash discards the line. */
export function failWithError(state: ShellState, status: Status = 1): never {
  if (isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
  throw new ControlFlow(hasErrexit(state) ? { kind: "exit", status: 1 } : { kind: "discard", status });
}

/** Whether a variable is read-only, so that assigning it fails. With `set -e`, that error ends the shell at once. */
export function isKept(state: ShellState, name: string): boolean {
  if (state.variables.get(name)?.isReadonly !== true) return false;
  if (hasErrexit(state)) throw new ControlFlow({ kind: "exit", status: 1 });
  return true;
}

/** Assigns a variable. It stays exported if it is, as the variables are that the runner sets. */
export function assignVariable(state: ShellState, reference: string, value: Value): void {
  const name = targetOf(state, reference);
  const before = state.variables.get(name);
  if (isKept(state, name)) return;
  if (before?.elements) {
    setElement(state, name, "0", value);
    return;
  }
  const attributes = attributesOf(state, name);
  const own = attributes.length > 0 ? withAttributes(state, name, value, attributes) : value;
  state.variables.set(name, { ...scalar(own, false), ...exportOf(state, name) });
}

/** What a variable with attributes gets for a value: an unknown, if an attribute may change the value. */
function withAttributes(state: ShellState, name: string, value: Value, attributes: Attributes): Value {
  const text = knownText(value);
  const isInteger = attributes.includes("i");
  if (isInteger && (text === undefined ? soleUnknown(value)?.integer : /^(?:0|-?[1-9]\d*)$/.test(text)))
    return value;
  if (!isInteger && text !== undefined && !hasCase(text)) return value;
  const unknown = newUnknown(state, `attributes ${name}`, {
    label: `\${${name}}`,
    what: `\`${name}\``,
    origin: NOWHERE,
  });
  return unknownValue(isInteger ? { ...unknown, integer: "never empty" } : unknown);
}

type Attributes = ReturnType<typeof attributesOf>;

/** Whether an assigned variable is exported: if it was before, or if the environment has a variable of that name. */
export function exportOf(state: ShellState, name: string): Pick<Variable, "isExported" | "mayBeExported"> {
  if (isOn(state, "allexport")) return { isExported: true };
  const before = state.variables.get(name);
  if (before && !(before.isExported && before.mayBeUnset))
    return { isExported: before.isExported, mayBeExported: before.mayBeExported };
  const held = lookUp(state, name);
  if (held.kind !== "unknown") return { isExported: held.kind === "set" && name !== "IFS" };
  // The runner's variables are always in the environment.
  return held.unknown.id === `variable ${name}`
    ? { isExported: true }
    : { isExported: false, mayBeExported: held.unknown };
}

/** Exports a variable. */
export function exportVariable(state: ShellState, name: string): void {
  const before = state.variables.get(name);
  if (before) {
    if (!before.isExported)
      state.variables.set(name, { ...before, isExported: true, mayBeExported: undefined });
    return;
  }
  const unknown = state.unnamed(name);
  state.variables.set(
    name,
    unknown
      ? { ...UNSET, value: unknownValue(unknown), mayBeUnset: true, isExported: true }
      : { ...UNSET, isExported: true },
  );
}

/** Unsets a variable. */
export function unsetVariable(state: ShellState, name: string): void {
  const target = targetOf(state, name);
  state.variables.set(target, UNSET);
  replaceAttributes(state, target, []);
}

/** The elements of an array; a plain variable is an array of one element. */
export function elementsOf(variable: Variable | undefined): ReadonlyMap<string, Value> {
  if (variable?.elements) return variable.elements;
  return new Map(variable?.value ? [["0", variable.value]] : []);
}

/** Sets an array; one that is too large becomes unknown. */
export function setArray(
  state: ShellState,
  reference: string,
  elements: ReadonlyMap<string, Value>,
  isAssociative: boolean,
): void {
  const name = targetOf(state, reference);
  if (isKept(state, name)) return;
  const isExported = state.variables.get(name)?.isExported === true;
  if (elements.size > MAX_ELEMENTS || lengthOf(elements) > MAX_LENGTH) {
    const unknown = newUnknown(state, `array ${name}`, {
      label: `\${${name}[@]}`,
      what: "a chain of commands",
      origin: NOWHERE,
    });
    state.variables.set(name, { ...UNSET, value: unknownValue(unknown), mayBeUnset: true, isExported });
    return;
  }
  const attributes = attributesOf(state, name);
  const own =
    attributes.length > 0
      ? new Map([...elements].map(([key, value]) => [key, withAttributes(state, name, value, attributes)]))
      : elements;
  state.variables.set(name, { ...UNSET, elements: own, isAssociative, isExported });
}

const MAX_ELEMENTS = 10_000;
const MAX_LENGTH = 1_000_000;

function lengthOf(elements: ReadonlyMap<string, Value>): number {
  let length = 0;
  for (const value of elements.values()) length += value.text.text.length;
  return length;
}

/** Sets an element of an array. */
export function setElement(state: ShellState, name: string, key: string, value: Value): void {
  const before = state.variables.get(targetOf(state, name));
  const elements = new Map(elementsOf(before)).set(key, value);
  const isAssociative = before?.isAssociative === true;
  const ordered = isAssociative ? elements : new Map([...elements].sort(([a], [b]) => Number(a) - Number(b)));
  setArray(state, name, ordered, isAssociative);
}
