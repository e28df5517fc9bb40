import type { CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { outputOf, printText } from "../programs/output.js";
import type { Status } from "../state/status.js";
import { joinValues, sliceValue, textValue, type Value } from "../values/value.js";

/** Prints what a built-in lists: a text that is not known, but may be known as the script that it is. */
export function printListing(call: CommandCall, shell: Shell, script?: Value): void {
  const unknown = outputOf(call);
  shell.print(call, unknownContent(script ? { ...unknown, script: script.text } : unknown));
}

/** `declare -f NAME` prints functions, `declare -F NAME` their names. */
export function listFunctions(
  call: CommandCall,
  { names, isBrief }: { readonly names: readonly string[]; readonly isBrief: boolean },
  shell: Shell,
): Status {
  const { state, origin } = call;
  const functions = names.map((name) => state.functions.get(name));
  const values = functions.flatMap((one) =>
    one
      ? [textValue("\n", origin), sliceValue({ text: one.script, guesses: [] }, one.node.pos, one.node.end)]
      : [],
  );
  const isKnown = names.length > 0 && functions.every((one) => one !== undefined);
  if (isKnown && isBrief) printText(call, names.map((name) => `${name}\n`).join(""), shell);
  else printListing(call, shell, isKnown ? joinValues(values.slice(1)) : undefined);
  return isKnown ? 0 : outputOf(call);
}
