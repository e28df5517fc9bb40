import { boundedId } from "../values/bounded-names.js";
import { displayOf, knownText, textValue, unknownValue, type Unknown, type Value } from "../values/value.js";
import { isOn, newUnknown, type ShellState } from "./shell-state.js";
import { ControlFlow } from "./control-flow.js";
import { answerTo, withFacts } from "./facts.js";
import { heldBy, scalar, UNSET, type Held, type Variable } from "./variables.js";

const NOWHERE = { start: 0, end: 0 };

/** Variables whose value Bash changes itself. */
const CHANGING: ReadonlySet<string> = new Set([
  "RANDOM",
  "SRANDOM",
  "SECONDS",
  "EPOCHSECONDS",
  "EPOCHREALTIME",
  "BASHPID",
  "LINENO",
  "BASH_COMMAND",
  "_",
  "$",
  "!",
]);

/** Those of Bash's own variables whose value is an integer. */
const INTEGERS = /^(?:RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|BASHPID|LINENO|UID|EUID|PPID|[$#])$/;

/** The value of a variable, or of a parameter such as `#`. */
export function lookUp(state: ShellState, name: string): Held {
  const special = lookUpSpecial(state, name);
  if (special) return special;
  const variable = state.variables.get(name);
  if (variable?.refersTo !== undefined) return lookUp(state, targetOf(state, name));
  if (!variable) {
    const unknown = state.unnamed(name);
    return unknown ? withKnownFacts(state, { kind: "unknown", unknown }) : { kind: "unset" };
  }
  return withKnownFacts(state, heldBy(variable));
}

/** The variable that a name refers to: another one if it is a name reference (`declare -n`). */
export function targetOf(state: ShellState, name: string): string {
  let target = name;
  for (let count = 0; count < MAX_REFERENCES; count++)
    target = state.variables.get(target)?.refersTo ?? target;
  return target;
}

const MAX_REFERENCES = 8;

function withKnownFacts(state: ShellState, held: Held): Held {
  switch (held.kind) {
    case "unset":
      return held;
    case "set":
      return { kind: "set", value: withFacts(state, held.value) };
    case "unknown": {
      const value = withFacts(state, unknownValue(held.unknown));
      if (knownText(value) !== undefined) return { kind: "set", value };
      const isSet = answerTo(state, `set ${held.unknown.id}`);
      if (isSet === undefined) return held;
      return isSet ? { kind: "set", value } : { kind: "unset" };
    }
  }
}

function lookUpSpecial(state: ShellState, name: string): Held | undefined {
  if (/^\d+$/.test(name)) return positionalAt(state, Number(name));
  const words = state.positional.get("")?.words ?? [];
  switch (name) {
    case "#":
      return words.some(({ maySplit }) => maySplit)
        ? { kind: "set", value: changing(state, name) }
        : set(String(words.length));
    case "?": {
      const status = state.statuses.get("") ?? 0;
      return typeof status === "number"
        ? set(String(status))
        : { kind: "set", value: withFacts(state, unknownValue(valueOfStatus(status))) };
    }
    case "-":
      return set(isOn(state, "errexit") ? "ehB" : "hB");
    case "IFS":
      // Bash sets it, whatever the environment has.
      return state.variables.get(name) ? undefined : set(" \t\n");
    case "UID":
    case "EUID":
      return { kind: "set", value: changing(state, name) };
    default:
      return CHANGING.has(name) && !state.variables.get(name)
        ? { kind: "set", value: changing(state, name) }
        : undefined;
  }
}

/** The value of `$?`; the status of a program has the same name as the program's output. */
function valueOfStatus(status: Unknown): Unknown {
  return { ...status, id: boundedId(`$? of ${status.id}`), label: "$?", integer: "never empty" };
}

function positionalAt(state: ShellState, index: number): Held {
  if (index === 0) {
    const name = state.variables.get("0")?.value;
    return { kind: "set", value: name ?? changing(state, "0") };
  }
  const words = state.positional.get("")?.words ?? [];
  if (words.slice(0, index).some(({ maySplit }) => maySplit))
    return { kind: "unknown", unknown: unknownVariable(state, String(index)) };
  const word = words[index - 1];
  return word ? { kind: "set", value: word.text } : { kind: "unset" };
}

function set(text: string): Held {
  return { kind: "set", value: textValue(text, NOWHERE) };
}

function unknownVariable(state: ShellState, name: string): ReturnType<typeof newUnknown> {
  return newUnknown(state, `variable ${name}`, {
    label: `\${${name}}`,
    what: `\`$${name}\``,
    origin: NOWHERE,
    ...(INTEGERS.test(name) && { integer: "never empty" }),
    ...(name === "!" && { integer: "may be empty" }),
  });
}

function changing(state: ShellState, name: string): Value {
  return unknownValue(unknownVariable(state, name));
}

/** An error that ends Dash, or Bash with `set -e`, whatever follows; without `set -e`, Bash discards the line. */
export function failWithError(state: ShellState): never {
  if (isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
  throw new ControlFlow({ kind: isOn(state, "errexit") ? "exit" : "discard", status: 1 });
}

/** Whether a variable is read-only, so that assigning it fails. With `set -e`, that error ends the shell at once. */
export function isKept(state: ShellState, name: string): boolean {
  if (state.variables.get(name)?.isReadonly !== true) return false;
  if (isOn(state, "errexit")) throw new ControlFlow({ kind: "exit", status: 1 });
  return true;
}

/** Assigns a variable. It stays exported if it is, as the variables are that the runner sets. */
export function assignVariable(state: ShellState, reference: string, value: Value): void {
  const name = targetOf(state, reference);
  const before = state.variables.get(name);
  if (isKept(state, name)) return;
  if (before?.elements) setElement(state, name, "0", value);
  else state.variables.set(name, { ...scalar(value, false), ...exportOf(state, name) });
}

/** Whether an assigned variable is exported: if it was before, or if the environment has a variable of that name. */
export function exportOf(state: ShellState, name: string): Pick<Variable, "isExported" | "mayBeExported"> {
  if (isOn(state, "allexport")) return { isExported: true };
  const before = state.variables.get(name);
  if (before && !(before.isExported && before.mayBeUnset))
    return { isExported: before.isExported, mayBeExported: before.mayBeExported };
  const held = lookUp(state, name);
  if (held.kind !== "unknown") return { isExported: held.kind === "set" };
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
  state.variables.set(targetOf(state, name), UNSET);
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
  const isExported = state.variables.get(name)?.isExported === true;
  if (elements.size > MAX_ELEMENTS || lengthOf(elements) > MAX_LENGTH) {
    const unknown = newUnknown(state, `array ${name}`, {
      label: `\${${name}[@]}`,
      what: "a chain of commands",
      origin: NOWHERE,
    });
    state.variables.set(name, { ...UNSET, value: unknownValue(unknown), mayBeUnset: true, isExported });
  } else state.variables.set(name, { ...UNSET, elements, isAssociative, isExported });
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

/** The variables that a program started now gets, except those that are known to be unset. */
export function exportedVariables(state: ShellState): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const name of state.variables.keys()) {
    const variable = state.variables.get(name);
    if (variable?.shadowed?.value) result.set(name, displayOf(variable.shadowed.value));
    if (variable?.mayBeExported) result.set(name, `\${${name}}`);
    if (variable?.isExported !== true) continue;
    const held = heldOutside(state, name);
    if (held.kind === "set") result.set(name, displayOf(held.value));
    else if (held.kind === "unknown") result.set(name, held.unknown.label);
  }
  return result;
}

/** Like `lookUp`, but a variable that this way only assumes to be empty stays unknown. */
function heldOutside(state: ShellState, name: string): Held {
  const held = lookUp(state, name);
  const variable = state.variables.get(name);
  const before = variable && heldBy(variable);
  if (before?.kind !== "unknown" || answerTo(state, `set ${before.unknown.id}`) !== undefined) return held;
  return held.kind === "set" && knownText(held.value) === "" ? before : held;
}
