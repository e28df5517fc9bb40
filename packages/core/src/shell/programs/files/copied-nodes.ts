import type { CommandCall } from "../../command-call.js";
import { isHardLink, type FileNode } from "../../files/node.js";
import { isBelow } from "../../files/path.js";
import { cannotCreate } from "../../state/presence.js";
import type { Status } from "../../state/status.js";
import { boundedId } from "../../values/bounded-names.js";
import type { Unknown } from "../../values/value.js";
import { outputOf, worst } from "../output.js";

/** What happens to a file that is already at the place of a copy. */
export type Existing =
  /** `cp`: it gets the content of the other file; for a link, that of the file that the link leads to. */
  | "written"
  /** `install` and `cp --remove-destination`. */
  | "replaced"
  /** `cp -n`. */
  | "kept"
  /** `cp -u`, which compares times. */
  | "unknown";

/** Puts a copy of a folder with all its content at a path. */
export function putFolder(call: CommandCall, source: string, target: string, existing: Existing): Status {
  const { files } = call.state;
  const there = files.find(target);
  const into = there.path;
  if (there.node.kind === "file" || isDangling(call, target) || into === source) return 1;
  if (there.node.kind === "absent" && cannotCreate(call.state, into)) return 1;
  const rest = files.restOf(source);
  const entries = files
    .pathsBelow(source)
    .map((path) => [path.slice(source.length), atNewPlace(nodeToCopy(call, path), path)] as const);
  files.makeDirectory(into);
  if (rest) files.taint(into, unknownAtNewPlace(rest, source));
  // `cp` copies no folder into itself, but what is in it.
  let status: Status = isBelow(into, source) ? 1 : 0;
  const skipped: string[] = [];
  for (const [place, node] of entries) {
    if (skipped.some((folder) => isBelow(place, folder))) continue;
    const path = into + place;
    if (node.kind !== "directory") {
      const { kind } = files.find(path).node;
      if (existing === "unknown" && kind !== "absent") files.taint(path, outputOf(call));
      else if (existing !== "kept" || kind === "absent" || kind === "unknown")
        status = worst(status, putCopy(call, node, path, existing));
    } else if (files.find(path).node.kind === "file" || isDangling(call, path)) {
      skipped.push(place);
      status = 1;
    } else files.makeDirectory(files.find(path).path);
  }
  return status;
}

/**
 * A node that was at `path`, at another place. That the image, or the folder that an unknown node comes from, has no such
 * file at `path` says nothing about the new place.
 */
export function atNewPlace(node: FileNode, path: string): FileNode {
  return node.kind === "unknown" ? { kind: "unknown", unknown: unknownAtNewPlace(node.unknown, path) } : node;
}

/** The same for what is unknown about a folder. */
export function unknownAtNewPlace(unknown: Unknown, path: string): Unknown {
  return { ...unknown, id: boundedId(`copy ${unknown.id} ${path}`) };
}

function nodeToCopy({ state: { files } }: CommandCall, path: string): FileNode {
  const { node } = files.findEntry(path);
  return isHardLink(node) ? files.find(path).node : node;
}

/** Puts a copy of a file, a link or an unknown node at a path. */
export function putCopy(call: CommandCall, node: FileNode, target: string, existing: Existing): Status {
  const { files } = call.state;
  const isEntry = existing === "replaced" || node.kind === "link";
  const { path, node: there } = isEntry ? files.findEntry(target) : files.find(target);
  if (there.kind === "directory" && node.kind !== "unknown") return 1;
  if (!isEntry && isDangling(call, target)) return 1;
  if ((there.kind === "absent" || there.kind === "unknown") && cannotCreate(call.state, path)) return 1;
  if (node.kind === "unknown") files.taint(path, node.unknown);
  else
    files.put(
      path,
      there.kind === "file" && node.kind === "file" && existing !== "replaced"
        ? { ...node, isExecutable: there.isExecutable || node.isExecutable }
        : node,
    );
  return 0;
}

/** Whether there is a link that leads nowhere; `cp` does not write through it. */
function isDangling({ state: { files } }: CommandCall, path: string): boolean {
  return files.findEntry(path).node.kind === "link" && files.find(path).node.kind === "absent";
}
