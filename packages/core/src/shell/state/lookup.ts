import { displayOf, knownText, textValue, unknownValue, type Value } from "../values/value.js";
import { isOn, newUnknown, type ShellState } from "./shell-state.js";
import { answerTo, withFacts } from "./facts.js";
import { valueOfStatus } from "./status.js";
import { type Held, heldBy } from "./variables.js";

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
    case "?":
      return { kind: "set", value: withFacts(state, valueOfStatus(state.statuses.get("") ?? 0)) };
    case "-":
      return set(optionLetters(state));
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

/** The options that have a letter, in the order of `$-`; those without a name are always on in Bash. */
const LETTERS: readonly (readonly [string, string?])[] = [
  ["a", "allexport"],
  ["e", "errexit"],
  ["f", "noglob"],
  ["h"],
  ["u", "nounset"],
  ["x", "xtrace"],
  ["B"],
  ["C", "noclobber"],
  ["E", "errtrace"],
  ["T", "functrace"],
];

/** `$-`, without the letter of `-c` or `-s`, with which the shell may have been started. */
function optionLetters(state: ShellState): string {
  return LETTERS.map(([letter, name]) =>
    (name === undefined ? !isOn(state, "posix") : isOn(state, name)) ? letter : "",
  ).join("");
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
