import type { CallWord, CommandCall } from "../command-call.js";
import { EMPTY_PATH, resolvePath } from "../files/path.js";
import { directoryOf, noteUnknown, type ShellState } from "../state/shell-state.js";
import { withFacts } from "../state/facts.js";
import { fillIn, type Value } from "../values/value.js";

/** The path that a value names, as the file tree stores it. */
export function pathOf(state: ShellState, value: Value): string {
  const text = fillIn(withFacts(state, value), (unknown) => noteUnknown(state, unknown));
  return text === "" ? EMPTY_PATH : resolvePath(text, directoryOf(state));
}

/** The path that a word of a call names. */
export function pathOfWord({ state }: CommandCall, { text }: CallWord): string {
  return pathOf(state, text);
}
