import type { CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { outputOf } from "../programs/output.js";
import { taintAll } from "../programs/taint.js";

const ALIAS = "alias ";

/** `alias name=value`. In a script, aliases count only with `shopt -s expand_aliases`, or in `sh`. */
export function runAlias({ words, state }: CommandCall): Status {
  if (!isOn(state, "expand_aliases") && !isOn(state, "posix")) return 0;
  for (const { value } of words.slice(1)) {
    const name = /^([^=\s]+)=/.exec(value)?.[1];
    if (name !== undefined) state.options.set(ALIAS + name, true);
  }
  return 0;
}

/** `unalias name`, `unalias -a`. */
export function runUnalias({ words, state }: CommandCall): Status {
  const names = words.slice(1).map(({ value }) => value);
  for (const option of state.options.keys())
    if (option.startsWith(ALIAS) && (names.includes("-a") || names.includes(option.slice(ALIAS.length))))
      state.options.set(option, undefined);
  return 0;
}

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
