import type { CommandCall, Shell } from "../command-call.js";
import { outputOf, worst } from "../programs/output.js";
import { targetOf } from "../state/lookup.js";
import { elementsOf, exportOf, exportVariable, isKept, setArray } from "../state/assignment.js";
import { ATTRIBUTES, attributesOf, replaceAttributes, setAttribute } from "../state/attributes.js";
import { exportOfFunction } from "../state/exported-functions.js";
import { forgetAll, isOn, type ShellState } from "../state/shell-state.js";
import { ControlFlow } from "../state/control-flow.js";
import type { Status } from "../state/status.js";
import { asExported, heldBy, UNSET } from "../state/variables.js";
import { forgetAssigned } from "../state/setters.js";
import { knownText, sliceValue } from "../values/value.js";
import { assignWord } from "./declared-values.js";
import { saveOptions } from "./shell-options.js";
import { listFunctions, printListing } from "./listings.js";

const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[([^\]]*)\])?(\+?=)/;

/** `export`, `readonly`, `declare`, `typeset` and `local`. */
export function runDeclare(call: CommandCall, shell: Shell): Status {
  const { state, name } = call;
  const words = call.words.slice(1);
  const letters = words
    .filter(({ value, isKnown }) => isKnown && /^[-+][A-Za-z]+$/.test(value))
    .map(({ value }) => value);
  const has = (letter: string): boolean =>
    letters.some((word) => word.startsWith("-") && word.includes(letter));
  if (has("f") && !has("p") && (name === "export" || has("x"))) {
    for (const { value } of words.filter(({ value }) => !value.startsWith("-")))
      state.options.set(exportOfFunction(value), !has("n"));
    return 0;
  }
  const names = words.filter(({ value }) => !letters.includes(value));
  if (has("f") || has("F"))
    return listFunctions(call, { names: names.map(({ value }) => value), isBrief: has("F") }, shell);
  if (has("p")) {
    printListing(call, shell);
    return outputOf(call);
  }
  const scope = state.places.get("function");
  const isLocal =
    scope !== undefined && (name === "local" || ((name === "declare" || name === "typeset") && !has("g")));
  if (name === "local" && scope === undefined) {
    // Dash exits.
    if (isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
    return 1;
  }
  if (names.length === 0) printListing(call, shell);
  const exports = name === "export" ? !has("n") : has("x");
  let status: Status = 0;
  for (const word of words) {
    if (letters.includes(word.value)) continue;
    const match = ASSIGNMENT.exec(word.text.text.text);
    const variable = match?.[1] ?? (/^[A-Za-z_]\w*$/.test(word.value) ? word.value : undefined);
    if (variable === undefined) {
      if (isLocal && name === "local" && word.value === "-") {
        saveOptions(state, scope);
        continue;
      }
      if (!word.isKnown) {
        forgetAssigned(state, outputOf(call), word);
        status = outputOf(call);
        continue;
      }
      // No name, such as `1x=3` or `my-name=3`.
      if (word.value !== "--" && !/^[A-Za-z_]\w*\[/.test(word.value)) status = 1;
      continue;
    }
    const isReadonly = state.variables.get(variable)?.isReadonly === true;
    if (isReadonly && (isLocal || match)) {
      // `declare` and `local` only fail; `export` and `readonly` may end the shell.
      if (name === "export" || name === "readonly") isKept(state, variable);
      status = 1;
      continue;
    }
    if (match?.[2] !== undefined && (name === "export" || name === "readonly")) {
      status = 1;
      continue;
    }
    if (isLocal) makeLocal(state, scope, variable);
    if (has("A") || (has("a") && !match)) declareArray(state, variable, has("A"));
    if (name === "declare" || name === "typeset" || name === "local")
      declareAttributes(state, targetOf(state, variable), letters);
    if (has("n") && name !== "export" && match) {
      const target = knownText(sliceValue(word.text, match[0].length, word.text.text.text.length));
      const refersTo =
        target !== undefined && target !== variable && /^\w+$/.test(target) ? target : undefined;
      // The name reference may be to any variable.
      if (refersTo === undefined) forgetAll(state, outputOf(call));
      else state.variables.set(variable, { ...UNSET, refersTo });
    } else if (match) status = worst(status, assignWord(call, shell, word, variable, match));
    if (name === "export" && has("n")) {
      const before = state.variables.get(variable);
      if (before) state.variables.set(variable, { ...before, isExported: false, mayBeExported: undefined });
    } else if (exports) exportVariable(state, variable);
    if (name === "readonly" || has("r"))
      state.variables.set(variable, { ...(state.variables.get(variable) ?? UNSET), isReadonly: true });
  }
  return status;
}

/** Sets the attributes of words such as `-u`, and removes those of words such as `+u`. */
function declareAttributes(state: ShellState, name: string, letters: readonly string[]): void {
  for (const word of letters)
    for (const attribute of ATTRIBUTES)
      if (word.includes(attribute)) setAttribute(state, name, attribute, word.startsWith("-"));
}

/** Makes a variable an array; one that has no value yet gets none. */
function declareArray(state: ShellState, name: string, isAssociative: boolean): void {
  const before = state.variables.get(name);
  const isUnknown = before !== undefined && !before.elements && heldBy(before).kind === "unknown";
  if (isUnknown && !isAssociative) return;
  setArray(state, name, isUnknown ? new Map() : elementsOf(before), isAssociative);
  const array = state.variables.get(name);
  if (array?.elements && (before?.elements ? before.isUnassigned === true : !before?.value))
    state.variables.set(name, { ...array, isUnassigned: true });
}

/** A new local variable is exported if the one outside is. Dash also keeps the value. */
function makeLocal(state: ShellState, scope: string, name: string): void {
  const key = scope + name;
  if (state.locals.get(key)) return;
  const outside = state.variables.get(name);
  state.locals.set(key, { variable: outside, attributes: attributesOf(state, name) });
  if (isOn(state, "posix")) return;
  replaceAttributes(state, name, []);
  state.variables.set(name, { ...UNSET, ...exportOf(state, name), shadowed: asExported(name, outside) });
}
