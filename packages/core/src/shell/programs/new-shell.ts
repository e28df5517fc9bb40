import type { CommandCall } from "../command-call.js";
import { noteIfOutlived } from "../state/errexit.js";
import { dropFunctions, isExportOfFunction } from "../state/exported-functions.js";
import { lookUp } from "../state/lookup.js";
import { directoryOf } from "../state/shell-state.js";
import { asExported, UNSET } from "../state/variables.js";
import { valueOfPath } from "./files/printed-paths.js";

/** Resets the state to that of a new shell that a call starts, which inherits only exported variables. */
export function startShell({ state, isTested }: CommandCall, name: string): void {
  noteIfOutlived(state, isTested);
  for (const variable of state.variables.keys()) {
    const before = state.variables.get(variable);
    const exported = asExported(variable, before);
    if (!exported) state.variables.set(variable, UNSET);
    else if (exported.isReadonly === true) state.variables.set(variable, { ...exported, isReadonly: false });
    else if (exported !== before) state.variables.set(variable, exported);
  }
  // A shell sets it, whatever the environment has.
  state.variables.set("IFS", undefined);
  dropFunctions(state, name === "bash");
  for (const option of state.options.keys())
    if (!isExportOfFunction(option)) state.options.set(option, undefined);
  for (const signal of state.traps.keys()) state.traps.set(signal, undefined);
  if (lookUp(state, "PWD").kind === "unset")
    state.variables.set("PWD", { ...UNSET, value: valueOfPath(state, directoryOf(state)), isExported: true });
  state.places.set("function", undefined);
  state.places.set("sourced", undefined);
  state.statuses.set("", 0);
  if (name === "sh" || name === "dash") state.options.set("posix", true);
}
