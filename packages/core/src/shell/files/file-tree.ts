import type { Journal } from "../state/journal.js";
import type { JournaledMap } from "../state/journaled-map.js";
import { boundedId, boundedLabel } from "../values/bounded-names.js";
import type { Unknown } from "../values/value.js";
import { absorbNode, joinNodes, nodeSignature, type FileNode } from "./node.js";
import {
  EMPTY_PATH,
  folderOf,
  idsIn,
  isBelow,
  isNowhere,
  isSymbolic,
  joinPath,
  pathPattern,
  resolvePath,
} from "./path.js";

/** A node, and its path after links are followed. */
export interface Found {
  readonly path: string;
  readonly node: FileNode;
}

/** The runner's files, as far as scripts determine them. */
export interface FileTree {
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
  /** Removes a path and everything below it. */
  remove(path: string): void;
  /** Drops the record of a path, so that its folder decides again what is there. */
  forget(path: string): void;
  /** Creates a folder unless it exists. */
  makeDirectory(path: string): void;
  /** The recorded paths below a folder, sorted, without absent ones. */
  pathsBelow(folder: string): readonly string[];
  /** The unknown rest of a folder; `undefined` if there is nothing beside the recorded paths. */
  restOf(folder: string): Unknown | undefined;
  /** Makes the files that changed since a mark of the journal unknown until `resume`. */
  suspend(mark: number, unknown: Unknown): void;
  /** Makes the files that changed since a mark of the journal unknown. */
  unsettle(mark: number, unknown: Unknown): void;
  /** Restores suspended files, unless they were written meanwhile. */
  resume(): void;
  /** All recorded paths, sorted. */
  paths(): readonly string[];
}

/** Linux's limit. */
const MAX_LINKS = 40;

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
  /** Paths with unknown parts that were written, in the order of writing. */
  const written = journal.createMap<
    readonly { readonly path: string; readonly unknown: Unknown; readonly time: number }[]
  >({
    signature: (list) => list.map(({ path }) => path).join("\n"),
    join: (lists) =>
      lists.reduce((all = [], list = []) => [...all, ...list.filter((one) => !all.includes(one))]),
    absorb: (one = [], other = []) => [...one, ...other.filter((writing) => !one.includes(writing))],
  });
  /** The files that background jobs wrote before they were waited for, by path. */
  const suspended = journal.createMap<{ readonly node: FileNode; readonly unknown: Unknown }>({
    signature: ({ node, unknown }) => `${unknown.id} ${nodeSignature(node)}`,
    join(entries, path, id) {
      const [first] = entries.flatMap((entry) => entry ?? []);
      return (
        first && {
          node: joinNodes(
            entries.map((entry) => entry?.node),
            path,
            id,
          ),
          unknown: first.unknown,
        }
      );
    },
  });
  /** Every path that was ever put, on any way, with unknown parts of which it is not known that they differ from others. */
  const symbolic = new Set<string>();
  const kept: string[] = [];
  /** Whether a link was ever put, on any way; hardly any job creates one. */
  let hasLinks = false;
  let time = 0;
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
          return { kind: "absent", since: time };
        case "directory":
          if (node.rest) return { kind: "unknown", unknown: node.rest };
          return fitting(path) ?? overwritten(path, node.since) ?? { kind: "absent", since: node.since };
        case "absent":
          return overwritten(path, node.since) ?? node;
      }
    }
  }

  /** An unknown file if a path with unknown parts may be the path of a recorded file. */
  function fitting(path: string): FileNode | undefined {
    if (!isSymbolic(path) || idsIn(path).every(isDistinct)) return undefined;
    const pattern = pathPattern(path);
    const isFound = nodes
      .keys()
      .some((other) => other !== "/" && pattern.test(other) && nodes.get(other)?.kind !== "absent");
    return isFound ? { kind: "unknown", unknown: unknownAt(path) } : undefined;
  }

  /** The file at a path if a write to a path with unknown parts may have changed it since a time. */
  function overwritten(path: string, since: number): FileNode | undefined {
    const found = written.get("")?.find((one) => one.time > since && pathPattern(one.path).test(path));
    return found && { kind: "unknown", unknown: found.unknown };
  }

  function follow(path: string, followsLast: boolean): Found {
    if (!hasLinks && isPlain(path)) return { path, node: nodeAt(path) };
    let [current, rest] = start(path);
    let leadsToFolder = false;
    for (let links = 0; rest.length > 0;) {
      const [segment = "", ...others] = rest;
      if (segment === "..") {
        // As the kernel does, it leaves the folder that the names before it lead to.
        const { kind } = nodeAt(current === "" ? "/" : current);
        if (kind === "absent" || kind === "file") return NOTHING;
        const parent = resolvePath("..", current === "" ? "/" : current);
        [current, rest] = [parent === "/" ? "" : parent, others];
        continue;
      }
      const next = current === "" ? `/${segment}` : joinPath(current, segment);
      const node = nodes.get(next);
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
    const node = nodeAt(real);
    return leadsToFolder && (node.kind === "file" || node.kind === "absent") ? NOTHING : { path: real, node };
  }

  function set(path: string, node: FileNode): void {
    hasLinks ||= node.kind === "link";
    if (isSymbolic(path) && !idsIn(path).every(isDistinct)) {
      symbolic.add(path);
      noteWriting(path);
    }
    for (const other of symbolic) {
      if (other === path) continue;
      const there = nodes.get(other);
      if (there && there.kind !== "unknown" && pathPattern(other).test(path))
        nodes.set(other, { kind: "unknown", unknown: unknownAt(path) });
    }
    nodes.set(path, node);
  }

  /** A write to a path with unknown parts may change every file that the path matches. */
  function noteWriting(path: string): void {
    const unknown = unknownAt(path);
    const pattern = pathPattern(path);
    time++;
    const others = written.get("")?.filter((one) => one.path !== path) ?? [];
    written.set("", [...others, { path, unknown, time }]);
    for (const other of nodes.keys())
      if (other !== path && other !== "/" && pattern.test(other) && nodes.get(other)?.kind !== "directory")
        nodes.set(other, { kind: "unknown", unknown });
  }

  function unknownAt(path: string): Unknown {
    return {
      id: boundedId(`path ${path}`),
      label: boundedLabel(path),
      what: "a command that writes to an unknown path",
      origin: { start: 0, end: 0 },
    };
  }

  /** Removes the records below a folder; below any other node there are none. */
  function removeBelow(path: string): void {
    const kind = nodes.get(path)?.kind;
    if (kind !== "directory" && kind !== "unknown") return;
    for (const other of nodes.keys()) if (isBelow(other, path)) nodes.set(other, undefined);
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
      since: time,
    });
  }

  function changedSince(mark: number): readonly string[] {
    return [...(journal.changesSince(mark).get(nodes.tracked)?.keys() ?? [])];
  }

  return {
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
          ? { kind: "directory", rest: unknown, since: time }
          : { kind: "unknown", unknown },
      );
    },
    taintAll(unknown) {
      for (const path of nodes.keys()) nodes.set(path, undefined);
      time++;
      for (const path of ["/", ...kept]) nodes.set(path, { kind: "directory", rest: unknown, since: time });
    },
    remove(path) {
      removeBelow(path);
      set(path, { kind: "absent", since: ++time });
    },
    forget(path) {
      nodes.set(path, undefined);
    },
    makeDirectory(path) {
      const node = nodeAt(path);
      if (node.kind === "directory") return;
      makeFolders(path);
      set(path, { kind: "directory", rest: node.kind === "unknown" ? node.unknown : undefined, since: time });
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
      return (
        node.rest ??
        written.get("")?.find((one) => one.time > node.since && mayLieIn(one.path, folder))?.unknown
      );
    },
    suspend(mark, unknown) {
      for (const path of changedSince(mark)) {
        const node = nodes.get(path);
        if (node?.kind !== "file") continue;
        suspended.set(path, { node, unknown });
        nodes.set(path, { kind: "unknown", unknown });
      }
    },
    unsettle(mark, unknown) {
      for (const path of changedSince(mark))
        if (nodes.get(path)?.kind !== "directory") nodes.set(path, { kind: "unknown", unknown });
    },
    resume() {
      for (const path of suspended.keys()) {
        const entry = suspended.get(path);
        const node = nodes.get(path);
        if (entry && node?.kind === "unknown" && node.unknown.id === entry.unknown.id)
          nodes.set(path, entry.node);
        else if (entry && node?.kind === "file") nodes.set(path, { kind: "unknown", unknown: entry.unknown });
        suspended.set(path, undefined);
      }
    },
    paths: () => [...nodes.keys()].sort(),
  };
}

const NOTHING: Found = { path: EMPTY_PATH, node: { kind: "absent", since: 0 } };

/** Where following a path starts, "" for the root or the current folder, and the segments to follow. */
function start(path: string): readonly [current: string, segments: readonly string[]] {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  // A path that starts with an unknown part is a whole one.
  return path.startsWith("\0") ? [segments[0] ?? "", segments.slice(1)] : ["", segments];
}

/** Whether a path has no empty segments, which is nearly always the case. */
function isPlain(path: string): boolean {
  return path === "/" || !(path === "" || path.endsWith("/") || path.includes("//"));
}

/** Whether a path with unknown parts may be below a folder. */
function mayLieIn(path: string, folder: string): boolean {
  const known = path.split("\0")[0] ?? "";
  return folder.startsWith(known) || known.startsWith(`${folder}/`);
}
