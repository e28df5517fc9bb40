import type { CommandCall, CommandResult } from "../command-call.js";
import { SUCCESS } from "../command-call.js";
import { resolvePath } from "../path.js";

/** `export NAME=value`, and the other built-ins that assign. */
export function runExport(call: CommandCall): CommandResult {
  for (const { value } of call.words.slice(1)) {
    const equals = value.indexOf("=");
    if (equals > 0) call.state.scope.variables.set(value.slice(0, equals), value.slice(equals + 1));
  }
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
