import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { EMPTY } from "../../files/content.js";
import { isSymbolicLink } from "../../files/node.js";
import { folderOf } from "../../files/path.js";
import type { Found } from "../../files/followed-path.js";
import type { Status } from "../../state/status.js";
import { displayOf } from "../../values/value.js";
import { type Arguments, readArguments } from "../options.js";
import { outputOf, statusOfFound, worst } from "../output.js";
import { inputOf } from "../file-content.js";
import { findEntryOf, foldersBeforeParents, pathOfWord } from "../paths.js";
import { fileSource } from "../../values/source-words.js";
import { transfer, WITH_VALUE } from "./transfer.js";
import { type Existing, putCopy, putFolder, unknownAtNewPlace } from "./copied-nodes.js";
import { makeDirectories, statusOfNames } from "./directories.js";

/** `cp`. */
export function runCopy(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, WITH_VALUE);
  return transfer(call, args, (source, target) => copy(call, args, source, target, shell));
}

/** `install`: copies like `cp`; with `-D` it also creates folders, and with `-d` only these. */
export function runInstall(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, WITH_VALUE);
  if (args.options.has("-d") || args.options.has("--directory")) {
    if (args.operands.length === 0) return 1;
    const folders = args.operands.flatMap((word) => foldersBeforeParents(call, word));
    const areMade = folders.every((word) => makeDirectories(call, pathOfWord(call, word)));
    return areMade ? statusOfNames(call, folders) : 1;
  }
  if (args.options.has("-D")) {
    const folder = args.values.get("-t") ?? args.values.get("--target-directory");
    const target = args.operands.at(-1);
    const before = foldersBeforeParents(call, folder ?? target ?? call.words[0]).slice(0, -1);
    for (const word of before) makeDirectories(call, pathOfWord(call, word));
    const made = folder
      ? pathOfWord(call, folder)
      : target && args.operands.length === 2
        ? folderOf(pathOfWord(call, target))
        : undefined;
    if (made !== undefined && !makeDirectories(call, made)) return 1;
  }
  return transfer(call, args, (source, target) => copy(call, args, source, target, shell));
}

function copy(
  call: CommandCall,
  { options }: Arguments,
  word: CallWord,
  target: string,
  shell: Shell,
): Status {
  const has = (...names: readonly string[]): boolean => names.some((name) => options.has(name));
  const { files } = call.state;
  const existing = existingFor(call, has);
  if (word.isKnown && word.value === "/dev/stdin")
    return putCopy(
      call,
      { kind: "file", content: inputOf(call, shell), isExecutable: false },
      target,
      existing,
    );
  const isRecursive = has("-r", "-R", "-a", "--recursive", "--archive");
  // With any other option, the device counts as a file that is not known: nobody copies it so.
  if (word.isKnown && word.value === "/dev/null" && [...options.keys()].every(isMode)) {
    const isExecutable = call.name === "install" && options.size === 0;
    return putCopy(call, { kind: "file", content: EMPTY, isExecutable }, target, existing);
  }
  const isLinkKept =
    (isRecursive || has("-P", "-d", "--no-dereference")) && !has("-L", "-H", "--dereference");
  const entry = findEntryOf(call.state, word.text);
  const isLink = isLinkKept && isSymbolicLink(entry.node);
  const source = isLink ? entry : files.find(pathOfWord(call, word));
  const there = files.find(target);
  if (source.node.kind === "absent") return 1;
  if (there.node.kind !== "absent" && existing === "kept" && there.node.kind === "file")
    return statusOfFound(call, source);
  if (there.node.kind !== "absent" && (existing === "kept" || existing === "unknown")) {
    if (there.node.kind === "file" && source.path === there.path) return 1;
    if (source.node.kind !== "directory") {
      files.taint(there.path, outputOf(call));
      return statusOfFound(call, source);
    }
  }
  // The same file. gh-aw v0.69.0 does this in its own steps, which are assumed to continue.
  if (isSame(call, source, target, existing)) return call.state.reach === "workspace" ? 0 : 1;
  switch (source.node.kind) {
    case "unknown": {
      const unknown = {
        ...unknownAtNewPlace(source.node.unknown, source.path),
        what: fileSource(displayOf(word.text)),
      };
      return worst(
        putCopy(call, { kind: "unknown", unknown }, target, existing),
        statusOfFound(call, source),
      );
    }
    case "file": {
      if (has("-s", "--symbolic-link"))
        return putCopy(call, { kind: "link", target: source.path }, target, existing);
      // `install` makes copies executable, unless `-m` sets another mode.
      const isExecutable = source.node.isExecutable || (call.name === "install" && !has("-m"));
      return putCopy(call, { kind: "file", content: source.node.content, isExecutable }, target, existing);
    }
    case "link":
      return putCopy(call, source.node, target, existing);
    case "directory":
      return isRecursive ? putFolder(call, source.path, target, existing) : 1;
  }
}

/** Whether an option sets the mode of copies. */
function isMode(option: string): boolean {
  return option === "-m" || option === "--mode";
}

/** Whether a file is to be copied to itself. A link can be replaced by another link, or by the file that it leads to. */
function isSame(
  { state: { files } }: CommandCall,
  source: Found,
  target: string,
  existing: Existing,
): boolean {
  const entry = files.findEntry(target);
  if (existing === "replaced" && entry.node.kind === "link") return source.path === entry.path;
  if (source.node.kind === "link" && entry.node.kind === "link") return source.path === entry.path;
  const there = files.find(target);
  return there.node.kind === "file" && files.find(source.path).path === there.path;
}

/** What happens to a file that is already there. */
function existingFor({ name }: CommandCall, has: (...names: readonly string[]) => boolean): Existing {
  if (name === "install" || has("--remove-destination")) return "replaced";
  if (has("-u", "--update")) return "unknown";
  return has("-n", "--no-clobber") ? "kept" : "written";
}
