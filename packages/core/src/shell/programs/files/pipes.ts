import type { CallWord, CommandCall } from "../../command-call.js";
import { lacksFolder } from "../../state/presence.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, worst } from "../output.js";
import { findWritten } from "../paths.js";

/** `mkfifo`. What is read from the pipe is not known. */
export function runMakePipe(call: CommandCall): Status {
  const { operands } = readArguments(call, ["-m", "--mode"]);
  return operands.map((word) => makePipe(call, word)).reduce(worst, 0);
}

function makePipe(call: CommandCall, word: CallWord): Status {
  const { files } = call.state;
  const { path, node } = findWritten(call.state, word.text);
  const mayBeNew = node.kind === "absent" || (node.kind === "unknown" && node.unknown.isPipe !== true);
  if (!mayBeNew || lacksFolder(call.state, path)) return 1;
  const unknown = outputOf(call);
  files.put(path, { kind: "unknown", unknown: { ...unknown, isPipe: true } });
  return node.kind === "absent" ? 0 : unknown;
}
