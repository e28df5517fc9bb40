import type { CallWord, CommandCall } from "../../command-call.js";
import { baseName, isNowhere, joinPath } from "../../files/path.js";
import { directoryOf } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import type { Arguments } from "../options.js";
import { outputOf, worst } from "../output.js";
import { findEntryOf, namesFolder, pathOfWord, textualPathOf } from "../paths.js";
import { backUp } from "./backups.js";
import { taintAll } from "../taint.js";

/** The options of `cp`, `mv`, `ln` and `install` that take a value. */
export const WITH_VALUE: readonly string[] = [
  "-t",
  "-m",
  "-o",
  "-g",
  "-S",
  "--target-directory",
  "--mode",
  "--owner",
  "--group",
  "--suffix",
];

/** Calls `put` for each source with its target path; returns the worst status. */
export function transfer(
  call: CommandCall,
  args: Arguments,
  put: (source: CallWord, target: string) => Status,
  keepsLink = false,
): Status {
  const run = (source: CallWord, target: string): Status => {
    backUp(call, args, source, target);
    return put(source, target);
  };
  // `cp --parents` appends the source's whole path to the target.
  if (args.isUnsure || args.options.has("--parents")) {
    taintAll(call, outputOf(call));
    return outputOf(call);
  }
  const { state } = call;
  const folder = args.values.get("-t") ?? args.values.get("--target-directory");
  const operands = folder ? [...args.operands] : args.operands.slice(0, -1);
  // `ln -s path` creates a link of the same name in the current folder.
  const written = folder ?? args.operands.at(-1);
  if (!written) return 1;
  if (!folder && args.operands.length === 1) {
    if (call.name !== "ln") return 1;
    return run(written, joinPath(directoryOf(state), baseName(textualPathOf(state, written.text))));
  }
  const path = pathOfWord(call, written);
  if (isNowhere(path)) return 1;
  const found = keepsLink ? findEntryOf(state, written.text) : state.files.find(path);
  const never = args.options.has("-T") || args.options.has("--no-target-directory");
  const isFolder = folder !== undefined || (!never && found.node.kind === "directory");
  if (!never && !isFolder && operands.length > 1 && found.node.kind !== "unknown") return 1;
  // `cp file folder/` creates neither a folder nor a file of that name.
  const isMissing = namesFolder(written.text) && found.node.kind === "absent";
  let status: Status = 0;
  for (const source of operands) {
    const name = baseName(textualPathOf(state, source.text));
    // The content of `folder/.` goes into the target itself.
    const into = /(?:^|\/)\.$/.test(source.value) ? found.path : joinPath(found.path, name);
    if (
      isMissing &&
      (call.name === "ln" || state.files.find(pathOfWord(call, source)).node.kind !== "directory")
    ) {
      status = 1;
      continue;
    }
    if (
      !isFolder &&
      found.node.kind === "unknown" &&
      !never &&
      (operands.length > 1 || namesFolder(written.text))
    ) {
      status = worst(status, run(source, into));
      continue;
    }
    // A target that is not known may be a folder, which receives the source.
    const mayReceive = !isFolder && found.node.kind === "unknown" && !never && mayBeFolder(found.path);
    // What is written through the link then goes to its target.
    if (mayReceive && call.name === "ln") state.files.taint(into, found.node.unknown);
    status = worst(status, run(source, isFolder ? into : path));
    if (mayReceive && call.name !== "ln")
      state.files.taint(found.path, outputOf(call, found.node.unknown.what));
  }
  return status;
}

/** A name with an extension counts as that of a file. */
function mayBeFolder(path: string): boolean {
  return !/\.\w+$/.test(baseName(path));
}
