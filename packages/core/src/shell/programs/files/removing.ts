import type { CommandCall } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, statusOfFound, worst } from "../output.js";
import { pathOfWord } from "../paths.js";
import { taintAll } from "../taint.js";

/** `rm` and `unlink`. */
export function runRemove(call: CommandCall): Status {
  const { options, operands, isUnsure } = readArguments(call);
  const { files } = call.state;
  if (isUnsure) {
    taintAll(call, outputOf(call));
    return outputOf(call);
  }
  const isForced = options.has("-f") || options.has("--force");
  const isRecursive = options.has("-r") || options.has("-R") || options.has("--recursive");
  let status: Status = 0;
  for (const word of operands) {
    const { path, node } = files.findEntry(pathOfWord(call, word));
    if (!word.isKnown && word.text.guesses.some(({ unknown }) => unknown.distinct !== true)) {
      // The command may remove every file that the path matches, or files below it.
      files.put(path, { kind: "unknown", unknown: outputOf(call) });
      continue;
    }
    if (!isForced) status = worst(status, statusOfFound(call, { path, node }));
    if (node.kind === "directory" && !isRecursive && !options.has("-d")) status = 1;
    else files.remove(path);
  }
  return status;
}

/** `rmdir`. */
export function runRemoveDirectory(call: CommandCall): Status {
  const { files } = call.state;
  for (const word of readArguments(call).operands) {
    const { path, node } = files.findEntry(pathOfWord(call, word));
    if (node.kind === "unknown" || files.restOf(path)) return outputOf(call);
    if (node.kind !== "directory" || files.pathsBelow(path).length > 0) return 1;
    files.remove(path);
  }
  return 0;
}
