import { lookUp } from "../state/lookup.js";
import type { ShellState } from "../state/shell-state.js";
import { firstUnknown, knownText, type Unknown } from "../values/value.js";

/** The characters that separate fields: the value of `IFS`. */
export function separatorsOf(state: ShellState): string | Unknown {
  const held = lookUp(state, "IFS");
  if (held.kind === "unset") return " \t\n";
  if (held.kind === "unknown") return held.unknown;
  return knownText(held.value) ?? firstUnknown(held.value) ?? "";
}

/** The separator of the parameters in `"$*"`. If it is not known, a space is assumed. */
export function firstSeparator(state: ShellState): string {
  const separators = separatorsOf(state);
  return typeof separators === "string" ? separators.charAt(0) : " ";
}
