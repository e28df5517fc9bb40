import type { CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { printText } from "../output.js";

/** `basename` and `dirname`. */
export function runBaseName(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const [first, suffix, ...more] = words;
  const isSeveral = more.length > 0 || (call.name === "dirname" && suffix !== undefined);
  if (!first?.isKnown || isSeveral || first.value.startsWith("-") || suffix?.isKnown === false) {
    printText(call, undefined, shell);
    return 0;
  }
  const path = first.value.length > 1 ? first.value.replace(/(?<!\/)\/+$/, "") : first.value;
  const slash = path.lastIndexOf("/");
  if (call.name === "dirname") {
    printText(call, `${slash === -1 ? "." : slash === 0 ? "/" : path.slice(0, slash)}\n`, shell);
    return 0;
  }
  const name = path.slice(slash + 1);
  const cut =
    suffix && name.endsWith(suffix.value) && name !== suffix.value
      ? name.slice(0, name.length - suffix.value.length)
      : name;
  printText(call, `${cut}\n`, shell);
  return 0;
}
