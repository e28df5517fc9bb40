import { boundedId } from "../values/bounded-names.js";
import {
  displayOf,
  signatureOf,
  soleUnknown,
  unknownValue,
  type Unknown,
  type Value,
} from "../values/value.js";
import type { MapKind } from "./journal.js";

/** A variable that was assigned, declared or unset. */
export interface Variable {
  /** `undefined` where it is unset. */
  readonly value: Value | undefined;
  /** The elements of an array, by index or key, in their order. */
  readonly elements: ReadonlyMap<string, Value> | undefined;
  /** Whether the keys are texts (`declare -A`). */
  readonly isAssociative: boolean;
  readonly isExported: boolean;
  /** What it depends on whether it is exported, if that is not known. */
  readonly mayBeExported?: Unknown | undefined;
  /** Whether it may be unset instead; its value is unknown then. */
  readonly mayBeUnset: boolean;
  /** Whether `readonly` keeps its value. */
  readonly isReadonly?: boolean;
}

/** What a variable holds when it is asked for. */
export type Held =
  | { readonly kind: "set"; readonly value: Value }
  | { readonly kind: "unset" }
  /** Set or not; `unknown` is the value if it is. */
  | { readonly kind: "unknown"; readonly unknown: Unknown };

export const UNSET: Variable = {
  value: undefined,
  elements: undefined,
  isAssociative: false,
  isExported: false,
  mayBeUnset: false,
};

export const VARIABLES: MapKind<Variable> = {
  signature: ({ value, elements, isExported, mayBeExported, isAssociative, mayBeUnset, isReadonly }) =>
    [
      isReadonly === true ? "readonly" : "",
      value ? signatureOf(value) : "\0unset",
      mayBeExported ? mayBeExported.id : String(isExported),
      String(mayBeUnset),
      elements
        ? `${String(isAssociative)}${[...elements].map(([key, element]) => `${key}\0=${signatureOf(element)}`).join("\0")}`
        : "",
    ].join("\0|"),
  join(variables, name) {
    const unknown = unknownAfterConditions(name, variables);
    const isExported = variables.every((variable) => variable?.isExported === true);
    const isSometimes = variables.some(
      (variable) => variable?.isExported === true || variable?.mayBeExported,
    );
    return {
      ...UNSET,
      value: unknownValue(unknown),
      isExported,
      mayBeExported: !isExported && isSometimes ? unknown : undefined,
      mayBeUnset: variables.some((variable) => !variable?.value || variable.mayBeUnset),
    };
  },
  absorb(one, other, id) {
    const unknown = wholeUnknown(one) ?? wholeUnknown(other);
    if (!unknown || one?.elements || other?.elements) return undefined;
    if (one && other && (one.isExported !== other.isExported || one.mayBeExported !== other.mayBeExported))
      return undefined;
    return {
      ...UNSET,
      value: unknownValue({ ...unknown, id }),
      mayBeUnset: [one, other].some((variable) => !variable?.value || variable.mayBeUnset),
      isExported: one?.isExported ?? other?.isExported ?? false,
      mayBeExported: (one ?? other)?.mayBeExported,
    };
  },
};

/** What a variable holds, if nothing is known of that. */
function wholeUnknown(variable: Variable | undefined): Unknown | undefined {
  const unknown = variable?.value && soleUnknown(variable.value);
  return unknown?.distinct === true ? undefined : unknown;
}

function unknownAfterConditions(name: string, variables: readonly (Variable | undefined)[]): Unknown {
  const value = variables.map((variable) => variable?.value).find((one) => one !== undefined);
  return {
    id: boundedId(
      `conditions ${name} ${variables.map((one) => (one?.value ? signatureOf(one.value) : "")).join(" ")}`,
    ),
    label: `\${${name}}`,
    what: `\`${name}\`, which depends on conditions`,
    origin: value
      ? { start: value.text.startInFile(0), end: value.text.startInFile(0) }
      : { start: 0, end: 0 },
  };
}

/** What a program finds of a variable; `undefined` if it finds none. */
export function asExported(name: string, variable: Variable | undefined): Variable | undefined {
  if (!variable || variable.isExported) return variable;
  const unknown = variable.mayBeExported;
  if (!unknown) return undefined;
  const value = unknownValue({ ...unknown, id: boundedId(`exported ${unknown.id}`), label: `\${${name}}` });
  return { ...UNSET, value, mayBeUnset: true, isExported: true };
}

/** Longer values and arrays, which grow by being doubled, count as not known. */
export const MAX_LENGTH = 200_000;
export function scalar(value: Value, isExported: boolean): Variable {
  const { text } = value.text;
  const isLong = text.length > MAX_LENGTH;
  const kept = isLong
    ? unknownValue({
        id: `long ${text.slice(0, 50)}`,
        label: displayOf(value).slice(0, 50),
        what: "a chain of commands",
        origin: { start: value.text.startInFile(0), end: value.text.startInFile(0) },
      })
    : value;
  return { value: kept, elements: undefined, isAssociative: false, isExported, mayBeUnset: false };
}

/** What `$NAME` stands for. */
export function heldBy(variable: Variable): Held {
  if (variable.elements) {
    const first = variable.elements.get("0");
    return first ? { kind: "set", value: first } : { kind: "unset" };
  }
  if (!variable.value) return { kind: "unset" };
  const unknown = variable.mayBeUnset ? variable.value.guesses[0]?.unknown : undefined;
  return unknown ? { kind: "unknown", unknown } : { kind: "set", value: variable.value };
}
