import type { CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { outputOf } from "../programs/output.js";
import { printListing } from "./listings.js";
import { taintAll } from "../programs/taint.js";

const ALIAS = "alias ";

/** An alias that the shell does not expand. */
const UNUSED = "unused alias ";

function expandsAliases(state: ShellState): boolean {
  return isOn(state, "expand_aliases") || isOn(state, "posix");
}

/** `alias name=value`. In a script, aliases count only with `shopt -s expand_aliases`, or in `sh`. */
export function runAlias(call: CommandCall, shell: Shell): Status {
  const { words, state } = call;
  let status: Status = 0;
  if (words.slice(1).every(({ value }) => !value.includes("="))) printListing(call, shell);
  for (const { value, isKnown } of words.slice(1)) {
    const name = /^([^=\s]+)=/.exec(value)?.[1];
    if (name !== undefined) state.options.set((expandsAliases(state) ? ALIAS : UNUSED) + name, true);
    else if (isKnown && !value.startsWith("-") && !isAlias(state, value) && !isOn(state, UNUSED + value))
      status = 1;
  }
  return status;
}

/** `unalias name`, `unalias -a`. */
export function runUnalias({ words, state }: CommandCall): Status {
  const names = words.slice(1).map(({ value }) => value);
  let status: Status = 0;
  for (const name of names) {
    if (name === "-a") {
      for (const option of state.options.keys())
        if (option.startsWith(ALIAS) || option.startsWith(UNUSED)) state.options.set(option, undefined);
    } else if (isAlias(state, name) || isOn(state, UNUSED + name)) {
      state.options.set(ALIAS + name, undefined);
      state.options.set(UNUSED + name, undefined);
    } else status = 1;
  }
  return status;
}

/** Whether a script has defined an alias of that name. */
export function isAlias(state: ShellState, name: string): boolean {
  return isOn(state, ALIAS + name);
}

/** Runs a command that an alias replaces. What it does is not followed. */
export function runAliased(call: CommandCall, shell: Shell): Status {
  const unknown = outputOf(call, `the alias \`${call.words[0].value}\``);
  shell.print(call, unknownContent(unknown));
  taintAll(call, unknown);
  return unknown;
}
