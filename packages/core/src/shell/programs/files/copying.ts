import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { folderOf } from "../../files/path.js";
import type { FileNode } from "../../files/node.js";
import type { Status } from "../../state/status.js";
import { displayOf } from "../../values/value.js";
import { type Arguments, readArguments } from "../options.js";
import { lacksFolder } from "../../state/presence.js";
import { outputOf, statusOfFound, worst } from "../output.js";
import { inputOf } from "../file-content.js";
import { foldersBeforeParents, pathOfWord } from "../paths.js";
import { fileSource } from "../../values/source-words.js";
import { transfer, WITH_VALUE } from "./transfer.js";
import { makeDirectories } from "./directories.js";

/** `cp`. */
export function runCopy(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, WITH_VALUE);
  return transfer(call, args, (source, target) => copy(call, args, source, target, shell));
}

/** `install`: copies like `cp`; with `-D` it also creates folders, and with `-d` only these. */
export function runInstall(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, WITH_VALUE);
  if (args.options.has("-d") || args.options.has("--directory")) {
    const folders = args.operands.flatMap(foldersBeforeParents);
    return folders.every((word) => makeDirectories(call, pathOfWord(call, word))) ? 0 : 1;
  }
  if (args.options.has("-D")) {
    const folder = args.values.get("-t") ?? args.values.get("--target-directory");
    const target = args.operands.at(-1);
    const before = foldersBeforeParents(folder ?? target ?? call.words[0]).slice(0, -1);
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
  const { files } = call.state;
  if (word.isKnown && word.value === "/dev/stdin") {
    const content = inputOf(call, shell);
    return put(call, target, { kind: "file", content, isExecutable: false });
  }
  const isLinkKept = ["-P", "-d", "-a", "--archive"].some((option) => options.has(option));
  const path = pathOfWord(call, word);
  const source = isLinkKept ? files.findEntry(path) : files.find(path);
  const isRecursive = ["-r", "-R", "-a", "--recursive", "--archive"].some((option) => options.has(option));
  const existing = files.find(target);
  if (source.node.kind === "absent") return 1;
  if (
    (options.has("-n") || options.has("--no-clobber") || options.has("-u")) &&
    existing.node.kind !== "absent"
  ) {
    if (existing.node.kind === "file" && !options.has("-u")) return statusOfFound(call, source);
    if (existing.node.kind === "file" && source.path === existing.path) return 1;
    if (source.node.kind !== "directory") {
      files.taint(existing.path, outputOf(call));
      return statusOfFound(call, source);
    }
  }
  // The same file. gh-aw v0.69.0 does this in its own steps, which are assumed to continue.
  if (source.node.kind === "file" && source.path === existing.path)
    return call.state.reach === "workspace" ? 0 : 1;
  switch (source.node.kind) {
    case "unknown": {
      const unknown = { ...source.node.unknown, what: fileSource(displayOf(word.text)) };
      return worst(put(call, target, { kind: "unknown", unknown }), statusOfFound(call, source));
    }
    case "file": {
      if (options.has("-s") || options.has("--symbolic-link"))
        return put(call, target, { kind: "link", target: source.path });
      // `install` makes copies executable, unless `-m` sets another mode.
      const isExecutable = source.node.isExecutable || (call.name === "install" && !options.has("-m"));
      return put(call, target, { kind: "file", content: source.node.content, isExecutable });
    }
    case "link":
      return put(call, target, source.node);
    case "directory":
      if (!isRecursive) return 1;
      copyFolder(call, source.path, target);
      return 0;
  }
}

/** Copies the content of a folder to another. */
function copyFolder(call: CommandCall, source: string, target: string): void {
  const { files } = call.state;
  const rest = files.restOf(source);
  const entries = files
    .pathsBelow(source)
    .map((path) => [path.slice(source.length), files.findEntry(path).node] as const);
  files.makeDirectory(files.find(target).path);
  const into = files.find(target).path;
  if (rest) files.taint(into, rest);
  for (const [place, node] of entries) {
    if (node.kind === "directory") files.makeDirectory(into + place);
    else files.put(into + place, node);
  }
}

function put(call: CommandCall, target: string, node: FileNode): Status {
  const { files } = call.state;
  const { path, node: there } = files.find(target);
  if (there.kind === "directory" && node.kind !== "unknown") return 1;
  if (there.kind !== "file" && there.kind !== "directory" && lacksFolder(call.state, path)) return 1;
  if (node.kind === "unknown") files.taint(path, node.unknown);
  else
    files.put(
      path,
      there.kind === "file" && node.kind === "file"
        ? { ...node, isExecutable: there.isExecutable || node.isExecutable }
        : node,
    );
  return 0;
}
