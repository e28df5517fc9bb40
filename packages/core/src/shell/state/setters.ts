import { noteAdditions } from "./added-variables.js";
import type { MapKind } from "./journaled-map.js";
import type { ShellState } from "./shell-state.js";
import { boundedId } from "../values/bounded-names.js";
import { unknownValue, type Unknown, type Value } from "../values/value.js";
import { VARIABLES } from "./variables.js";

/*
 * A setter is what may have set variables whose names are not known, such as a script of the checkout that `source`
 * runs, or `export "$line"`. It is recorded under the text that the names start with, which is mostly empty.
 */

/** Setters of a shell. Programs that the shell starts inherit them: what sets a variable may also export it. */
export const SETTERS: MapKind<Unknown> = {
  signature: ({ id }) => id,
  join: (setters) => setters.find((setter) => setter !== undefined),
};

/** The value of a variable that an unknown may have set, such as a script of the checkout. */
export function variableSetBy(unknown: Unknown, name: string): Unknown {
  return { ...unknown, id: boundedId(`${unknown.id} ${name}`), label: `\${${name}}` };
}

/** Makes variables unknown whose names start with a text, also those that nothing has set so far. */
export function forgetVariables(state: ShellState, unknown: Unknown, start = ""): void {
  forgetSetVariables(state, unknown, start);
  state.setters.set(start, unknown);
  noteAdditions(state);
}

/** The same for what cannot set a variable that is unset, such as `unset "$name"`. */
export function forgetSetVariables(state: ShellState, unknown: Unknown, start = ""): void {
  for (const name of state.variables.keys()) {
    if (!name.startsWith(start) || !/^[A-Za-z_]/.test(name)) continue;
    const variable = state.variables.get(name);
    const joined = VARIABLES.join([variable, undefined], name, unknown.id);
    if (!joined || variable?.isReadonly === true) continue;
    const own = variableSetBy(unknown, name);
    const { isExported, mayBeExported = own } = joined;
    state.variables.set(name, {
      ...joined,
      value: unknownValue(own),
      mayBeExported: isExported ? undefined : mayBeExported,
    });
  }
}

/** What an assignment to an unknown name makes unknown: the names start like the known part of the word. */
export function forgetAssigned(
  state: ShellState,
  unknown: Unknown,
  { text, maySplit }: { readonly text: Value; readonly maySplit: boolean },
): void {
  const [first] = text.guesses;
  const start = maySplit ? "" : text.text.text.slice(0, first?.start ?? 0);
  // Other texts are no names: the assignment fails. An element's name starts with that of its array.
  const [name] = /^(?:[A-Za-z_]\w*)?(?=$|\[)/.exec(start) ?? [];
  if (name !== undefined) forgetVariables(state, unknown, name);
}

/** The setters of a shell, by the text that the names start with. */
export function settersOf({ setters }: ShellState): ReadonlyMap<string, Unknown> {
  return new Map(
    setters.keys().flatMap((start) => {
      const setter = setters.get(start);
      return setter ? [[start, setter]] : [];
    }),
  );
}

/** The value of a variable that one of the setters may have set; `undefined` if there is none. */
export function setterOf(setters: ReadonlyMap<string, Unknown>, name: string): Unknown | undefined {
  for (const [start, setter] of setters) if (name.startsWith(start)) return variableSetBy(setter, name);
  return undefined;
}

/** Records that a program cleared the environment and passes on only the `kept` names. */
export function dropSetters(state: ShellState, kept: readonly string[]): void {
  const setters = settersOf(state);
  for (const start of setters.keys()) state.setters.set(start, undefined);
  for (const name of kept) state.setters.set(name, setterOf(setters, name));
}
