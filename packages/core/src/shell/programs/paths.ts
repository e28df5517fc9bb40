import type { CallWord, CommandCall } from "../command-call.js";
import { resolvePath } from "../files/path.js";
import { directoryOf, noteUnknown, type ShellState } from "../state/shell-state.js";
import { withFacts } from "../state/facts.js";
import { fillIn, type Value } from "../values/value.js";

/** The path that a value names, as files are kept. */
export function pathOf(state: ShellState, value: Value): string {
  return resolvePath(
    fillIn(withFacts(state, value), (unknown) => noteUnknown(state, unknown)),
    directoryOf(state),
  );
}

export function pathOfWord({ state }: CommandCall, { text }: CallWord): string {
  return pathOf(state, text);
}
