import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { baseName, folderOf, isBelow, isNowhere, joinPath, resolvePath } from "../../files/path.js";
import type { FileNode } from "../../files/node.js";
import { directoryOf } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { displayOf, fillIn } from "../../values/value.js";
import { readArguments, type Arguments } from "../options.js";
import { lacksFolder } from "../../state/presence.js";
import { inputOf, outputOf, statusOfFound, worst } from "../output.js";
import { foldersBeforeParents, pathOfWord } from "../paths.js";
import { taintAll } from "../taint.js";
import { noteUnknown } from "../../state/shell-state.js";
import { fileSource } from "../../values/source-words.js";

const WITH_VALUE = [
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

/** `cp`. */
export function runCopy(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, WITH_VALUE);
  return transfer(call, args, (source, target) => copy(call, args, source, target, shell));
}

/** `mv`. */
export function runMove(call: CommandCall): Status {
  const args = readArguments(call, WITH_VALUE);
  return transfer(call, args, (source, target) => move(call, args, source, target));
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

/** `ln` and `ln -s`. */
export function runLink(call: CommandCall): Status {
  const args = readArguments(call, WITH_VALUE);
  const { options } = args;
  const isSymbolic = options.has("-s") || options.has("--symbolic");
  const isForced = options.has("-f") || options.has("--force");
  const keepsLink = options.has("-n") || options.has("--no-dereference") || options.has("-T");
  return transfer(
    call,
    args,
    (source, target) => {
      const { node, path } = call.state.files.findEntry(target);
      if (node.kind === "unknown" && !isForced) {
        call.state.files.taint(target, node.unknown);
        return statusOfFound(call, { path, node });
      }
      if (node.kind !== "absent" && node.kind !== "unknown" && !isForced) return 1;
      if (node.kind === "directory") return 1;
      if (node.kind !== "file" && lacksFolder(call.state, path)) return 1;
      if (isSymbolic && source.isKnown && source.value === "") return 1;
      // `ln` does not replace a file with a link to the same file.
      if (node.kind === "file" && call.state.files.find(pathOfWord(call, source)).path === path) return 1;
      const text = fillIn(source.text, (unknown) => noteUnknown(call.state, unknown));
      if (isSymbolic) {
        call.state.files.remove(target);
        call.state.files.put(target, { kind: "link", target: text });
        return 0;
      }
      const found = call.state.files.find(pathOfWord(call, source));
      if (found.node.kind === "absent") return 1;
      // From now on, both names are the same file, which a link models.
      call.state.files.put(target, { kind: "link", target: found.path });
      return statusOfFound(call, found);
    },
    keepsLink,
  );
}

/** Calls `run` for each source with its target path; returns the worst status. */
function transfer(
  call: CommandCall,
  args: Arguments,
  run: (source: CallWord, target: string) => Status,
  keepsLink = false,
): Status {
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
    return run(written, joinPath(directoryOf(state), baseName(pathOfWord(call, written))));
  }
  const path = pathOfWord(call, written);
  const found = keepsLink ? state.files.findEntry(path) : state.files.find(path);
  const never = args.options.has("-T") || args.options.has("--no-target-directory");
  const isFolder = folder !== undefined || (!never && found.node.kind === "directory");
  if (!never && !isFolder && operands.length > 1 && found.node.kind !== "unknown") return 1;
  // `cp file folder/` creates neither a folder nor a file of that name.
  const namesFolder =
    written.value.endsWith("/") && (found.node.kind === "absent" || found.node.kind === "file");
  let status: Status = 0;
  for (const source of operands) {
    const name = baseName(resolvePath(pathOfWord(call, source), "/"));
    // The content of `folder/.` goes into the target itself.
    const into = /(?:^|\/)\.$/.test(source.value) ? found.path : joinPath(found.path, name);
    if (
      namesFolder &&
      (call.name === "ln" || state.files.find(pathOfWord(call, source)).node.kind !== "directory")
    ) {
      status = 1;
      continue;
    }
    if (
      !isFolder &&
      found.node.kind === "unknown" &&
      !never &&
      (operands.length > 1 || written.value.endsWith("/"))
    ) {
      status = worst(status, run(source, into));
      continue;
    }
    if (!isFolder && found.node.kind === "unknown" && !never && mayBeFolder(found.path)) {
      // The target may be a folder that receives the source.
      state.files.taint(into, found.node.unknown);
    }
    status = worst(status, run(source, isFolder ? into : path));
  }
  return status;
}

/** A name with an extension counts as that of a file. */
function mayBeFolder(path: string): boolean {
  return !/\.\w+$/.test(baseName(path));
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

function move(call: CommandCall, { options }: Arguments, word: CallWord, target: string): Status {
  const { files } = call.state;
  const source = files.findEntry(pathOfWord(call, word));
  if (source.node.kind === "absent") return 1;
  const status = statusOfFound(call, source);
  const isKept = options.has("-n") || options.has("--no-clobber");
  if (isKept) {
    const { node } = files.findEntry(target);
    if (node.kind === "unknown") {
      files.taint(source.path, node.unknown);
      return status;
    }
    if (node.kind !== "absent") return status;
  }
  const rest = files.restOf(source.path);
  const entries = files
    .pathsBelow(source.path)
    .map((path) => [path.slice(source.path.length), files.findEntry(path).node] as const);
  const { path, node: there } = files.findEntry(target);
  if ((there.kind === "absent" || there.kind === "unknown") && lacksFolder(call.state, path)) return 1;
  if (path === source.path || isBelow(path, source.path)) return 1;
  files.remove(source.path);
  files.remove(path);
  if (source.node.kind === "unknown")
    files.taint(path, { ...source.node.unknown, what: fileSource(displayOf(word.text)) });
  else files.put(path, source.node);
  if (rest && source.node.kind === "directory") files.taint(path, rest);
  for (const [place, node] of entries) {
    if (node.kind === "directory") files.makeDirectory(path + place);
    else files.put(path + place, node);
  }
  return status;
}

/** Creates a folder and its parents; `false` if one of them is a file. */
export function makeDirectories({ state: { files } }: CommandCall, path: string): boolean {
  if (isNowhere(path)) return false;
  for (
    let folder = files.find(path).path;
    folder !== "/" && folder.includes("/");
    folder = folderOf(folder)
  ) {
    const { kind } = files.find(folder).node;
    if (kind === "file") return false;
    if (kind !== "absent") break;
  }
  files.makeDirectory(files.find(path).path);
  return true;
}
