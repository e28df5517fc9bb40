import type { ShellState } from "./shell-state.js";

/** The attributes of `declare` that change what a variable gets: `-i`, `-l`, `-u` and `-c`. */
export type Attribute = "i" | "l" | "u" | "c";

/** All of them. */
export const ATTRIBUTES: readonly Attribute[] = ["i", "l", "u", "c"];

/** Whether any variable has had an attribute: most scripts declare none. */
const DECLARED = "declared attributes";

/** Gives a variable an attribute, or takes it away. */
export function setAttribute(state: ShellState, name: string, attribute: Attribute, on: boolean): void {
  const key = keyOf(name, attribute);
  if (!on) {
    if (state.options.get(key) === true) state.options.set(key, undefined);
    return;
  }
  state.options.set(DECLARED, true);
  state.options.set(key, true);
}

/** Whether a variable has the attribute `-i`, so that what is assigned to it is evaluated. */
export function isInteger(state: ShellState, name: string): boolean {
  return attributesOf(state, name).includes("i");
}

/** The attributes of a variable. */
export function attributesOf(state: ShellState, name: string): readonly Attribute[] {
  if (state.options.get(DECLARED) !== true) return [];
  return ATTRIBUTES.filter((attribute) => state.options.get(keyOf(name, attribute)) === true);
}

/** Gives a variable these attributes, and no other. */
export function replaceAttributes(state: ShellState, name: string, attributes: readonly Attribute[]): void {
  if (state.options.get(DECLARED) !== true) return;
  for (const attribute of ATTRIBUTES) setAttribute(state, name, attribute, attributes.includes(attribute));
}

function keyOf(name: string, attribute: Attribute): string {
  return `declare -${attribute} ${name}`;
}
