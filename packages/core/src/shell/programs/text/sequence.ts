import type { CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { outputOf, printText } from "../output.js";
import { joinLines } from "./lines.js";

/** `seq`. */
export function runSequence(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const numbers = words.map(({ value }) =>
    /^(?:-?[1-9]\d{0,14}|0+[1-9]?\d{0,9})$/.test(value) ? Number(value) : undefined,
  );
  const [first = 1, second, third] = numbers;
  const isKnown =
    words.every((word) => word.isKnown) &&
    numbers.every((number) => number !== undefined) &&
    words.length > 0;
  const isRejected = words.length > 3 || (words.length === 3 && second === 0);
  if (!isKnown || isRejected) {
    if (isKnown) return 1;
    printText(call, undefined, shell);
    return outputOf(call);
  }
  const [from, step, to] =
    words.length === 1
      ? [1, 1, first]
      : words.length === 2
        ? [first, 1, second ?? 1]
        : [first, second ?? 1, third ?? 1];
  const count = Math.floor((to - from) / step) + 1;
  if (count > 5_000) {
    printText(call, undefined, shell);
    return 0;
  }
  printText(
    call,
    joinLines(Array.from({ length: Math.max(0, count) }, (_, index) => String(from + index * step))),
    shell,
  );
  return 0;
}
