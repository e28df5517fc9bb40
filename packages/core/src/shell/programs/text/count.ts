import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { inputText } from "../file-content.js";
import { readArguments } from "../options.js";
import { printInteger, printText } from "../output.js";
import { pathOfWord } from "../paths.js";
import { filter } from "./filter.js";

/** `wc` with one option, of its input. */
export function runCount(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [option, ...others] = options;
  if (operands.length > 0 || others.length > 0 || !/^-[lwmc]$/.test(option ?? ""))
    return countFiles(call, operands, shell);
  const text = inputText(call, operands, shell);
  if (text === undefined || option === "-c") printInteger(call, false, shell);
  else printText(call, `${String(count(text, option))}\n`, shell);
  return 0;
}

/** Prints unknown counts of files; 0 for a directory, which is an error. */
function countFiles(call: CommandCall, operands: readonly CallWord[], shell: Shell): Status {
  const { files } = call.state;
  const hasDirectory = operands.some((word) => files.find(pathOfWord(call, word)).node.kind === "directory");
  if (!hasDirectory) return filter(call, shell, operands, () => undefined);
  printText(call, undefined, shell);
  return 1;
}

function count(text: string, option: string | undefined): number {
  switch (option) {
    case "-l":
      return text.split("\n").length - 1;
    case "-w":
      return text.split(/\s+/).filter((word) => word !== "").length;
    default:
      return Array.from(text).length;
  }
}
