import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { descriptorNumber } from "../../commands/descriptors.js";
import type { Status } from "../../state/status.js";
import { contentOf, inputText } from "../file-content.js";
import { printText, statusOfReading, worst } from "../output.js";

/**
 * Models a program that prints what `change` returns for the text of its operands or its input; `undefined` stands for
 * unknown output.
 */
export function filter(
  call: CommandCall,
  shell: Shell,
  operands: readonly CallWord[],
  change: (text: string) => string | undefined,
): Status {
  if (operands.some((word) => !contentOfOrInput(call, word, shell))) {
    if (call.name === "sort") return 2;
    // The other operands are still read.
    if (operands.length > 1) printText(call, undefined, shell);
    return 1;
  }
  const text = inputText(call, operands, shell);
  printText(call, text === undefined ? undefined : change(text), shell);
  return statusOfOperands(call, operands);
}

/** The status of a program that reads its operands. */
export function statusOfOperands(call: CommandCall, operands: readonly CallWord[]): Status {
  return operands.map((word) => statusOfReading(call, word)).reduce(worst, 0);
}

/** Whether an operand is a file or stands for the input. */
export function contentOfOrInput(call: CommandCall, word: CallWord, shell: Shell): boolean {
  // Input that is read to look at it would be missing later.
  const isInput = word.value === "-" || descriptorNumber(word.value) !== undefined;
  return isInput || contentOf(call, word, shell) !== undefined;
}
