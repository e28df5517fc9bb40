import type { CallWord, CommandCall } from "../../command-call.js";
import { isHardLink } from "../../files/node.js";
import { isBelow } from "../../files/path.js";
import type { Status } from "../../state/status.js";
import { displayOf } from "../../values/value.js";
import { type Arguments, readArguments } from "../options.js";
import { cannotCreate } from "../../state/presence.js";
import { outputOf, statusOfFound } from "../output.js";
import { findEntryOf, isLinkWithSlash } from "../paths.js";
import { fileSource } from "../../values/source-words.js";
import { atNewPlace, unknownAtNewPlace } from "./copied-nodes.js";
import { transfer, WITH_VALUE } from "./transfer.js";

/** `mv`. */
export function runMove(call: CommandCall): Status {
  const args = readArguments(call, WITH_VALUE);
  return transfer(call, args, (source, target) => move(call, args, source, target));
}

function move(call: CommandCall, { options }: Arguments, word: CallWord, target: string): Status {
  const { files } = call.state;
  const source = findEntryOf(call.state, word.text);
  if (source.node.kind === "absent" || isLinkWithSlash(call.state, word.text)) return 1;
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
    .map((path) => [path.slice(source.path.length), atNewPlace(files.findEntry(path).node, path)] as const);
  const { path, node: there } = files.findEntry(target);
  if ((there.kind === "absent" || there.kind === "unknown") && cannotCreate(call.state, path)) return 1;
  if (path === source.path || isBelow(path, source.path)) return 1;
  const isFolder = source.node.kind === "directory";
  if (there.kind === "directory") {
    if (!isFolder || files.pathsBelow(path).length > 0) return 1;
    if (files.restOf(path)) {
      for (const each of [path, source.path]) files.put(each, { kind: "unknown", unknown: outputOf(call) });
      return outputOf(call);
    }
  } else if (isFolder && (there.kind === "file" || there.kind === "link")) return 1;
  // A file is not moved to another name of its own, but it can replace a link to itself.
  if (source.node.kind === "link" && files.find(source.path).path === path) return 1;
  if (isHardLink(there) && files.find(path).path === source.path) return 1;
  const otherName = files.remove(source.path);
  files.remove(path);
  if (source.node.kind === "unknown")
    files.taint(path, {
      ...unknownAtNewPlace(source.node.unknown, source.path),
      what: fileSource(displayOf(word.text)),
    });
  else
    files.put(
      path,
      otherName === undefined ? source.node : { kind: "link", target: otherName, isHard: true },
    );
  if (rest && source.node.kind === "directory") files.taint(path, unknownAtNewPlace(rest, source.path));
  for (const [place, node] of entries) {
    if (node.kind === "directory") files.makeDirectory(path + place);
    else files.put(path + place, node);
  }
  return status;
}
