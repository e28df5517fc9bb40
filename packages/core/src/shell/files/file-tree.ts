import type { Journal } from "../state/journal.js";
import type { JournaledMap } from "../state/journaled-map.js";
import type { Unknown } from "../values/value.js";
import { followPath, type Found, type Nodes } from "./followed-path.js";
import { absorbNode, isHardLink, joinNodes, nodeSignature, type FileNode } from "./node.js";
import { folderOf, isBelow, isNowhere } from "./path.js";
import { createSuspendedFiles, type SuspendedFiles } from "./suspended-files.js";
import { createSymbolicPaths, type Clock } from "./symbolic-paths.js";

/** The runner's files, as far as scripts determine them. */
export interface FileTree extends SuspendedFiles {
  /** Follows links, including a link at the end of the path. */
  find(path: string): Found;
  /** Follows links, except for a link at the end of the path. */
  findEntry(path: string): Found;
  /** Puts a node at a path that `find` or `findEntry` returned, and creates its folders. */
  put(path: string, node: FileNode): void;
  /** Makes everything at and below a path unknown. */
  taint(path: string, unknown: Unknown): void;
  /** Adds a folder that no program removes. `rest` stands for its content; `undefined` if it is empty. */
  keepFolder(path: string, rest: Unknown | undefined): void;
  /** Makes every file unknown, and every folder except those of `keepFolder`. */
  taintAll(unknown: Unknown): void;
  /** Removes a path and everything below it; returns another name of the file, as `ln` makes one, if it has any. */
  remove(path: string): string | undefined;
  /** Drops the record of a path, so that its folder decides again what is there. */
  forget(path: string): void;
  /** Creates a folder unless it exists. */
  makeDirectory(path: string): void;
  /** The recorded paths below a folder, sorted, without absent ones. */
  pathsBelow(folder: string): readonly string[];
  /** The unknown rest of a folder; `undefined` if there is nothing besides the recorded paths. */
  restOf(folder: string): Unknown | undefined;
  /** All recorded paths, sorted. */
  paths(): readonly string[];
}

/**
 * Creates a file tree in which everything outside of recorded paths is `rest`. `isDistinct` tells whether no other
 * value can equal an unknown part of a path.
 */
export function createFileTree(
  journal: Journal,
  isDistinct: (id: string) => boolean,
  rest: Unknown,
): FileTree {
  const nodes: JournaledMap<FileNode> = journal.createMap({
    signature: nodeSignature,
    join: joinNodes,
    absorb: absorbNode,
  });
  const clock: Clock = { time: 0 };
  const symbolic = createSymbolicPaths(journal, nodes, isDistinct, clock);
  const kept: string[] = [];
  /** Whether a link was ever put, on any way; hardly any job creates one. */
  let hasLinks = false;
  let hasHardLinks = false;
  nodes.set("/", { kind: "directory", rest, since: 0 });

  function nodeAt(path: string): FileNode {
    const own = nodes.get(path);
    if (own) return own;
    if (isNowhere(path)) return { kind: "absent", since: 0 };
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const node = nodes.get(folder);
      if (!node) {
        if (folder === "/" || !folder.includes("/")) return { kind: "unknown", unknown: rest };
        continue;
      }
      switch (node.kind) {
        case "unknown":
          return node;
        case "file":
        case "link":
          return { kind: "absent", since: clock.time };
        case "directory":
          if (node.rest) return { kind: "unknown", unknown: node.rest };
          return (
            symbolic.fitting(path) ??
            symbolic.overwritten(path, node.since) ?? { kind: "absent", since: node.since }
          );
        case "absent":
          return symbolic.overwritten(path, node.since) ?? node;
      }
    }
  }

  const linked: Nodes = { at: nodeAt, recorded: (path) => nodes.get(path) };

  function follow(path: string, followsLast: boolean): Found {
    if (!hasLinks && isPlain(path)) return { path, node: nodeAt(path) };
    return followPath(path, followsLast, linked);
  }

  function set(path: string, node: FileNode): void {
    hasLinks ||= node.kind === "link";
    hasHardLinks ||= isHardLink(node);
    symbolic.noteChange(path, node.kind === "directory");
    nodes.set(path, node);
  }

  /** Removes the records below a folder; below any other node there are none. */
  function removeBelow(path: string): void {
    const kind = nodes.get(path)?.kind;
    if (kind !== "directory" && kind !== "unknown") return;
    const below = nodes.keys().filter((other) => isBelow(other, path));
    if (hasHardLinks) for (const other of below.toReversed()) keepFile(other);
    for (const other of below) nodes.set(other, undefined);
  }

  /** Lets another name hold a file that loses one. */
  function keepFile(path: string): string | undefined {
    const file = nodes.get(path);
    if (!hasHardLinks || file?.kind !== "file") return undefined;
    const [heir, ...others] = nodes.keys().filter((other) => {
      const node = nodes.get(other);
      return node !== undefined && isHardLink(node) && node.target === path;
    });
    if (heir === undefined) return undefined;
    set(heir, file);
    for (const other of others) set(other, { kind: "link", target: heir, isHard: true });
    return heir;
  }

  function makeFolders(path: string): void {
    if (path === "/" || !path.includes("/")) return;
    const folder = folderOf(path);
    const node = nodeAt(folder);
    if (node.kind === "directory") return;
    makeFolders(folder);
    nodes.set(folder, {
      kind: "directory",
      rest: node.kind === "unknown" ? node.unknown : undefined,
      since: clock.time,
    });
  }

  return {
    ...createSuspendedFiles(journal, nodes),
    find: (path) => follow(path, true),
    findEntry: (path) => follow(path, false),
    put(path, node) {
      const before = nodes.get(path);
      if (node.kind === "file" && before?.kind === "unknown" && before.unknown.isPipe === true) return;
      makeFolders(path);
      set(path, node);
    },
    keepFolder(path, rest) {
      kept.push(path);
      makeFolders(path);
      set(path, { kind: "directory", rest, since: 0 });
    },
    taint(path, unknown) {
      if (isNowhere(path)) return;
      removeBelow(path);
      const node = nodeAt(path);
      set(
        path,
        node.kind === "directory"
          ? { kind: "directory", rest: unknown, since: clock.time }
          : { kind: "unknown", unknown },
      );
    },
    taintAll(unknown) {
      for (const path of nodes.keys()) nodes.set(path, undefined);
      clock.time++;
      for (const path of ["/", ...kept])
        nodes.set(path, { kind: "directory", rest: unknown, since: clock.time });
    },
    remove(path) {
      removeBelow(path);
      const heir = keepFile(path);
      set(path, { kind: "absent", since: ++clock.time });
      return heir;
    },
    forget(path) {
      nodes.set(path, undefined);
    },
    makeDirectory(path) {
      const node = nodeAt(path);
      if (node.kind === "directory") return;
      makeFolders(path);
      set(path, {
        kind: "directory",
        rest: node.kind === "unknown" ? node.unknown : undefined,
        since: clock.time,
      });
    },
    pathsBelow: (folder) =>
      nodes
        .keys()
        .filter((path) => isBelow(path, folder) && nodes.get(path)?.kind !== "absent")
        .sort(),
    restOf(folder) {
      const node = nodeAt(folder);
      if (node.kind === "unknown") return node.unknown;
      if (node.kind !== "directory") return undefined;
      return node.rest ?? symbolic.writerBelow(folder, node.since);
    },
    paths: () => [...nodes.keys()].sort(),
  };
}

/** Whether a path has no empty segments, which is nearly always the case. */
function isPlain(path: string): boolean {
  return path === "/" || !(path === "" || path.endsWith("/") || path.includes("//"));
}
