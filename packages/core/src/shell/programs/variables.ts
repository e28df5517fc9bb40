import type { CommandCall, CommandResult } from "../command-call.js";
import { SUCCESS } from "../command-call.js";
import { resolvePath } from "../path.js";
import { isKnown } from "../scope.js";
import { setPositional } from "../state.js";

/** `export NAME=value`, and the other built-ins that assign. */
export function runExport(call: CommandCall): CommandResult {
  for (const { value } of call.words.slice(1)) {
    const equals = value.indexOf("=");
    if (equals > 0) call.state.scope.variables.set(value.slice(0, equals), value.slice(equals + 1));
  }
  return SUCCESS;
}

/** `shift`, as in a function that runs the rest of its words. */
export function runShift(call: CommandCall): CommandResult {
  const { positional } = call.state;
  const count = Number(call.words[1]?.value ?? "1");
  if (!positional || !Number.isInteger(count) || count < 0) return SUCCESS;
  const { words } = positional;
  // A word that is not known may be none, or several.
  const isSure = words.slice(0, count).every(({ value }) => isKnown(value));
  setPositional(call.state, isSure ? { ...positional, words: words.slice(count) } : undefined);
  return SUCCESS;
}

export function runUnset(call: CommandCall): CommandResult {
  for (const { value } of call.words.slice(1)) call.state.scope.variables.set(value, "");
  return SUCCESS;
}

export function runChangeDirectory(call: CommandCall): CommandResult {
  const target = call.words[1]?.value ?? "~";
  call.state.directory = resolvePath(target, call.state.directory);
  return SUCCESS;
}
