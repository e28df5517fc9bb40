import { replaceExpressionsInString } from "./expressions.js";

/**
 * The variables of a shell. A value may hold expansions that are not known, in the form `${NAME}` or
 * `$(...)`; a variable that is missing may be set by the runner to anything.
 */
export interface Scope {
  readonly variables: Map<string, string>;
  readonly arrays: Map<string, readonly string[]>;
}

/** The scope in which a step's script starts, from its environment. */
export function scopeOf(environment: Iterable<readonly [name: string, value: string]>): Scope {
  const variables = new Map<string, string>();
  for (const [name, value] of environment) variables.set(name, replaceExpressionsInString(value));
  return { variables, arrays: new Map() };
}

export function copyScope(scope: Scope): Scope {
  return { variables: new Map(scope.variables), arrays: new Map(scope.arrays) };
}

/** Longer values and arrays, which grow by being doubled, count as not known. */
const MAX_LENGTH = 30_000;

export function setVariable({ variables }: Scope, name: string, value: string): void {
  variables.set(name, value.length > MAX_LENGTH ? `\${${name}}` : value);
}

export function setArray({ arrays }: Scope, name: string, elements: readonly string[]): void {
  if (elements.length > MAX_LENGTH) arrays.delete(name);
  else arrays.set(name, elements);
}

/** Whether a value holds nothing that only the running shell knows. */
export function isKnown(value: string): boolean {
  return !value.includes("${") && !value.includes("$(");
}

/**
 * What holds after one of two branches ran. A variable on which they differ is not known.
 * Changes `scope`.
 */
export function mergeScope(scope: Scope, other: Scope): void {
  for (const name of new Set([...scope.variables.keys(), ...other.variables.keys()])) {
    if (scope.variables.get(name) !== other.variables.get(name)) scope.variables.delete(name);
  }
  for (const [name, elements] of other.arrays) {
    // `args=(...)` in one branch and `args+=(...)` in the other: the longer one tells more.
    if ((scope.arrays.get(name)?.length ?? 0) < elements.length) scope.arrays.set(name, elements);
  }
}
