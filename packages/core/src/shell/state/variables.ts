import { boundedId } from "../values/bounded-names.js";
import {
  displayOf,
  knownText,
  signatureOf,
  soleUnknown,
  unknownValue,
  type Integer,
  type Unknown,
  type Value,
} from "../values/value.js";
import type { MapKind } from "./journaled-map.js";

/** A variable that was assigned, declared or unset. */
export interface Variable {
  /** `undefined` if it is unset or an array. */
  readonly value: Value | undefined;
  /** The elements of an array, by index or key, in their order. */
  readonly elements: ReadonlyMap<string, Value> | undefined;
  /** Whether it is an array that was declared, but has no value yet, not even an empty one. */
  readonly isUnassigned?: boolean;
  /** Whether the keys are texts (`declare -A`). */
  readonly isAssociative: boolean;
  readonly isExported: boolean;
  /** The unknown that decides whether it is exported, if that is not known. */
  readonly mayBeExported?: Unknown | undefined;
  /** Whether it may be unset instead; in that case, its value is unknown. */
  readonly mayBeUnset: boolean;
  /** Whether it is read-only. */
  readonly isReadonly?: boolean;
  /** The name of the variable that it refers to, if it is a name reference (`declare -n`). */
  readonly refersTo?: string;
  /** The variable outside, which programs get while a local one has no value (Bash 5.2). */
  readonly shadowed?: Variable | undefined;
}

/** The result of looking a variable up. */
export type Held =
  | { readonly kind: "set"; readonly value: Value }
  | { readonly kind: "unset" }
  /** Set or unset; `unknown` is the value if it is set. */
  | { readonly kind: "unknown"; readonly unknown: Unknown };

/** A variable that is known to be unset. */
export const UNSET: Variable = {
  value: undefined,
  elements: undefined,
  isAssociative: false,
  isExported: false,
  mayBeUnset: false,
};

/** How variables are compared and joined. */
export const VARIABLES: MapKind<Variable> = {
  signature: ({
    value,
    elements,
    isExported,
    mayBeExported,
    isAssociative,
    mayBeUnset,
    isReadonly,
    isUnassigned,
    refersTo,
    shadowed,
  }) =>
    [
      refersTo ?? "",
      shadowed ? VARIABLES.signature(shadowed) : "",
      isReadonly === true ? "readonly" : "",
      isUnassigned === true ? "unassigned" : "",
      value ? signatureOf(value) : "\0unset",
      mayBeExported ? mayBeExported.id : String(isExported),
      String(mayBeUnset),
      elements
        ? `${String(isAssociative)}${[...elements].map(([key, element]) => `${key}\0=${signatureOf(element)}`).join("\0")}`
        : "",
    ].join("\0|"),
  join(variables, name, id) {
    const unknown = unknownAfterConditions(name, variables, id);
    const isExported = variables.every((variable) => variable?.isExported === true);
    const isSometimes = variables.some(
      (variable) => variable?.isExported === true || variable?.mayBeExported,
    );
    return {
      ...UNSET,
      value: unknownValue(unknown),
      isExported,
      mayBeExported: !isExported && isSometimes ? unknown : undefined,
      // One alone stands for what later rounds of a loop may do to it.
      mayBeUnset:
        variables.length === 1 || variables.some((variable) => !variable?.value || variable.mayBeUnset),
    };
  },
  absorb(one, other, id) {
    const unknown = wholeUnknown(one) ?? wholeUnknown(other);
    if (!unknown || one?.elements || other?.elements) return undefined;
    if (one && other && (one.isExported !== other.isExported || one.mayBeExported !== other.mayBeExported))
      return undefined;
    return {
      ...UNSET,
      value: unknownValue({ ...unknown, id, integer: integerOf([one, other]) }),
      mayBeUnset: [one, other].some((variable) => !variable?.value || variable.mayBeUnset),
      isExported: one?.isExported ?? other?.isExported ?? false,
      mayBeExported: (one ?? other)?.mayBeExported,
    };
  },
};

/** The value of a variable if it is unknown as a whole. */
function wholeUnknown(variable: Variable | undefined): Unknown | undefined {
  const unknown = variable?.value && soleUnknown(variable.value);
  return unknown?.distinct === true ? undefined : unknown;
}

function unknownAfterConditions(
  name: string,
  variables: readonly (Variable | undefined)[],
  id: string,
): Unknown {
  const value = variables.map((variable) => variable?.value).find((one) => one !== undefined);
  return {
    id,
    integer: integerOf(variables),
    label: `\${${name}}`,
    what: `\`${name}\`, which depends on conditions`,
    origin: value
      ? { start: value.text.startInFile(0), end: value.text.startInFile(0) }
      : { start: 0, end: 0 },
  };
}

/** Whether a variable is an integer on each of several ways. */
function integerOf(variables: readonly (Variable | undefined)[]): Integer | undefined {
  const isInteger = variables.every((variable) => {
    if (!variable?.value) return variable?.elements === undefined;
    const text = knownText(variable.value);
    return text === undefined
      ? soleUnknown(variable.value)?.integer !== undefined
      : /^(?:-?(?:0|[1-9]\d*))?$/.test(text);
  });
  return isInteger ? "may be empty" : undefined;
}

/** A variable as a program gets it; `undefined` if the program does not get it. */
export function asExported(name: string, variable: Variable | undefined): Variable | undefined {
  if (variable?.shadowed) return variable.shadowed;
  if (!variable || variable.isExported) return variable;
  const unknown = variable.mayBeExported;
  if (!unknown) return undefined;
  const value = unknownValue({ ...unknown, id: boundedId(`exported ${unknown.id}`), label: `\${${name}}` });
  return { ...UNSET, value, mayBeUnset: true, isExported: true };
}

/** In UTF-16 code units; longer values, which repeated doubling creates, count as unknown. */
export const MAX_LENGTH = 200_000;

/** A plain variable. */
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

/** The value of `$NAME`. */
export function heldBy(variable: Variable): Held {
  if (variable.elements) {
    const first = variable.elements.get("0");
    return first ? { kind: "set", value: first } : { kind: "unset" };
  }
  if (!variable.value) return { kind: "unset" };
  const unknown = variable.mayBeUnset ? variable.value.guesses[0]?.unknown : undefined;
  return unknown ? { kind: "unknown", unknown } : { kind: "set", value: variable.value };
}
