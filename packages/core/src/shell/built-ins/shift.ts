import type { CommandCall } from "../command-call.js";
import { outputOf } from "../programs/output.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";

/** `shift`. */
export function runShift(call: CommandCall): Status {
  const { state } = call;
  const positional = state.positional.get("");
  const count = Number(call.words[1]?.value ?? "1");
  if (!Number.isInteger(count) || count < 0) return outputOf(call);
  const words = positional?.words ?? [];
  if (count > words.length) {
    // An error of a special built-in, which ends Dash.
    if (isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
    return 1;
  }
  if (!positional) return 0;
  // An unknown word may become no word or several.
  if (words.slice(0, count).some(({ maySplit }) => maySplit)) return outputOf(call);
  state.positional.set("", { ...positional, words: words.slice(count) });
  return 0;
}
