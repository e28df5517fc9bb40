import type { CommandCall } from "../command-call.js";
import { sliceValue, type Unknown } from "../values/value.js";
import { optionValues } from "./options.js";
import { taintDirectory, taintNamedFiles, taintPaths } from "./taint.js";

/** Makes the files unknown that any word of a program may name. */
export function taintWords(call: CommandCall, unknown: Unknown): void {
  taintPaths(call, call.words.slice(1), unknown);
}

/** Makes the files and folders in a program's words unknown, and the current folder if no option names one. */
export function taintOperands(call: CommandCall, unknown: Unknown): void {
  const names = ["-C", "--directory", "-d", "-D", "--dir", "-O", "--output"];
  const folders = optionValues(call, call.name === "7z" ? [...names, "-o"] : names);
  const operands = call.words.slice(1).filter(({ value }) => !value.startsWith("-"));
  taintNamedFiles(call, [...folders, ...operands], unknown);
  for (const { value, text } of call.words) {
    const assigned = /^(?:of|--directory|--output)=/.exec(value)?.[0];
    if (assigned !== undefined)
      taintNamedFiles(
        call,
        [{ ...call.words[0], text: sliceValue(text, assigned.length, text.text.text.length) }],
        unknown,
      );
  }
  if (folders.length === 0) taintDirectory(call, unknown);
}
