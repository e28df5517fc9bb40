import type { CommandCall, Shell } from "../command-call.js";
import { appendContent, type Content, EMPTY, type FilePart, unknownContent } from "../files/content.js";
import { descriptorNumber, descriptorOf, writeDescriptor } from "../commands/descriptors.js";
import type { Status } from "../state/status.js";
import { readArguments } from "./options.js";
import { pathOfWord } from "./paths.js";
import { outputOf, statusOfReading, worst } from "./output.js";
import { contentOf, inputOf, isItsOutput, readsItsOutput, writeContent } from "./file-content.js";

/** `cat`. */
export function runCat(call: CommandCall, shell: Shell): Status {
  const { operands, options, isUnsure } = readArguments(call);
  if (isUnsure) {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  const files = operands.length > 0 ? operands : undefined;
  let output: Content = EMPTY;
  let status: Status = 0;
  for (const word of files ?? [undefined]) {
    const isInput = word === undefined || word.value === "-";
    const isSame = isInput ? readsItsOutput(call) : isItsOutput(call, pathOfWord(call, word));
    const content = isInput ? inputOf(call, shell) : contentOf(call, word, shell);
    if (!content) status = 1;
    else if (!isInput) status = worst(status, statusOfReading(call, word));
    if (content && !isSame) output = appendContent(output, content);
    // `cat` refuses to copy a file to itself, unless the file is empty and nothing was written to it before.
    const held = isSame && content ? [...content, ...output].filter(hasText) : EMPTY;
    if (held.length > 0)
      status = worst(status, held.some(({ kind }) => kind === "known") ? 1 : outputOf(call));
  }
  const isChanged = [...options].some((option) => option !== "-u");
  shell.print(call, isChanged && output.length > 0 ? unknownContent(outputOf(call)) : output);
  return status;
}

function hasText(part: FilePart): boolean {
  return part.kind === "unknown" || part.expanded.text.text !== "";
}

/** `tee`: copies its input to files and prints it. */
export function runTee(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const appends = options.has("-a") || options.has("--append");
  const input = inputOf(call, shell);
  let status: Status = 0;
  for (const word of operands) {
    const number = word.isKnown ? descriptorNumber(word.value) : undefined;
    if (number !== undefined) writeAnew(call, number, input, appends);
    if (word.isKnown && word.value.startsWith("/dev/")) continue;
    if (!writeContent(call, word, input, appends)) status = 1;
  }
  shell.print(call, input);
  return status;
}

/** Writes to a descriptor through its path: a file that it stands for is opened again, which empties it unless `appends`. */
function writeAnew(call: CommandCall, number: number, content: Content, appends: boolean): void {
  const descriptor = descriptorOf(call.state, number);
  if (descriptor.kind === "file" && !appends)
    call.state.files.taint(descriptor.path, outputOf(call, "`tee`"));
  writeDescriptor(call.state, number, content, call.origin);
}
