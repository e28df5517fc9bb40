import type { CallWord, CommandCall } from "../../command-call.js";
import type { Found } from "../../files/followed-path.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, statusOfFound, worst } from "../output.js";
import { findEntryOf, isLinkWithSlash } from "../paths.js";
import { taintAll } from "../taint.js";

/** `rm` and `unlink`. */
export function runRemove(call: CommandCall): Status {
  const { options, operands, isUnsure } = readArguments(call);
  const { files } = call.state;
  if (isUnsure) {
    taintAll(call, outputOf(call));
    return outputOf(call);
  }
  if (call.name === "unlink" && operands.length !== 1) return 1;
  const asks = options.has("-i") || options.has("-I") || options.has("--interactive");
  const isForced = options.has("-f") || options.has("--force");
  const isRecursive = options.has("-r") || options.has("-R") || options.has("--recursive");
  let status: Status = 0;
  for (const word of operands) {
    const found = findEntryOf(call.state, word.text);
    const { path, node } = found;
    if (node.kind === "directory" && DOTS.test(word.value)) {
      status = 1;
      continue;
    }
    const isOpen = word.text.guesses.some(({ unknown }) => unknown.distinct !== true);
    if (asks || (!word.isKnown && isOpen)) {
      // The command may remove every file that the path matches, or files below it.
      files.put(path, { kind: "unknown", unknown: outputOf(call) });
      continue;
    }
    if (!isForced) status = worst(status, statusOfFound(call, found));
    if (node.kind === "unknown" && isLinkWithSlash(call.state, word.text)) {
      files.taint(path, outputOf(call));
      status = worst(status, outputOf(call));
    } else if (node.kind !== "directory") files.remove(path);
    else if (isRecursive) {
      files.remove(path);
      if (!isLinkWithSlash(call.state, word.text)) continue;
      // The content of the folder is removed, but the folder stays.
      files.makeDirectory(path);
      if (!isForced) status = 1;
    } else if (options.has("-d")) status = worst(status, removeEmpty(call, word));
    else status = 1;
  }
  return status;
}

/** The current folder and its parent, which `rm` refuses to remove. */
const DOTS = /(?:^|\/)\.\.?\/*$/;

/** `rmdir`. */
export function runRemoveDirectory(call: CommandCall): Status {
  const { operands, options } = readArguments(call);
  if (options.has("-p") || options.has("--parents")) {
    taintAll(call, outputOf(call));
    return outputOf(call);
  }
  return operands.map((word) => removeEmpty(call, word)).reduce(worst, 0);
}

/** Removes a folder if it is empty. */
function removeEmpty(call: CommandCall, word: CallWord): Status {
  const { files } = call.state;
  const { path, node }: Found = findEntryOf(call.state, word.text);
  if (node.kind === "unknown") return outputOf(call);
  if (node.kind !== "directory" || isLinkWithSlash(call.state, word.text)) return 1;
  if (files.pathsBelow(path).length > 0) return 1;
  if (!files.restOf(path)) {
    files.remove(path);
    return 0;
  }
  files.put(path, { kind: "unknown", unknown: outputOf(call) });
  return outputOf(call);
}
