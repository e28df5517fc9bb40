import type { FileNode } from "./node.js";
import { EMPTY_PATH, joinPath, resolvePath } from "./path.js";

/** A node, and its path after links are followed. */
export interface Found {
  readonly path: string;
  readonly node: FileNode;
}

/** The files that a path leads through. */
export interface Nodes {
  /** What is at a path that has no links before its end. */
  at(path: string): FileNode;
  /** The same, if it is recorded; what is not recorded is no link. */
  recorded(path: string): FileNode | undefined;
}

/** Linux's limit. */
const MAX_LINKS = 40;

const NOTHING: Found = { path: EMPTY_PATH, node: { kind: "absent", since: 0 } };

/** Follows a path as the kernel does. `followsLast` tells whether it follows a link at the end of the path, too. */
export function followPath(path: string, followsLast: boolean, nodes: Nodes): Found {
  let [current, rest] = start(path);
  let leadsToFolder = false;
  for (let links = 0; rest.length > 0;) {
    const [segment = "", ...others] = rest;
    if (segment === "..") {
      // It leaves the folder that the names before it lead to.
      const { kind } = nodes.at(current === "" ? "/" : current);
      if (kind === "absent" || kind === "file") return NOTHING;
      const parent = resolvePath("..", current === "" ? "/" : current);
      [current, rest] = [parent === "/" ? "" : parent, others];
      continue;
    }
    const next = current === "" ? `/${segment}` : joinPath(current, segment);
    const node = nodes.recorded(next);
    if (node?.kind === "link" && (others.length > 0 || followsLast)) {
      // The links form a cycle: nothing is there, and nothing can be created there.
      if (links++ > MAX_LINKS) return NOTHING;
      const [from, segments] = start(node.target);
      if (/^[/\0]/.test(node.target)) current = from;
      leadsToFolder ||= others.length === 0 && /\/\.?$/.test(node.target);
      rest = [...segments, ...others];
      continue;
    }
    current = next;
    rest = others;
  }
  const real = current === "" ? "/" : current;
  const node = nodes.at(real);
  return leadsToFolder && (node.kind === "file" || node.kind === "absent") ? NOTHING : { path: real, node };
}

/** Where following a path starts, "" for the root or the current folder, and the segments to follow. */
function start(path: string): readonly [current: string, segments: readonly string[]] {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  // A path that starts with an unknown part is a whole one.
  return path.startsWith("\0") ? [segments[0] ?? "", segments.slice(1)] : ["", segments];
}
