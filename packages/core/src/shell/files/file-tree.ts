import type { Journal, JournaledMap } from "../state/journal.js";
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

/** What stands at a path, and under which name it is kept once links are followed. */
export interface Found {
  readonly path: string;
  readonly node: FileNode;
}

/** The files of the runner, as far as scripts made them. */
export interface FileTree {
  /** Follows links, that at the end of the path too. */
  find(path: string): Found;
  /** Follows links, but not that at the end of the path. */
  findEntry(path: string): Found;
  /** Puts a node at a path that `find` or `findEntry` gave, and makes its folders. */
  put(path: string, node: FileNode): void;
  /** Makes what stands at a path, and below it, unknown. */
  taint(path: string, unknown: Unknown): void;
  /** A folder that no program takes away, with what may be in there; `undefined`: nothing. */
  keepFolder(path: string, rest: Unknown | undefined): void;
  /** Makes every file unknown, and every folder but those that are kept. */
  taintAll(unknown: Unknown): void;
  remove(path: string): void;
  /** Notes nothing about a path any more, as before it was put: its folder tells what is there. */
  forget(path: string): void;
  /** A folder that is new, or the one that is there. */
  makeDirectory(path: string): void;
  /** The paths below a folder that are noted by themselves, sorted; those that are absent are left out. */
  pathsBelow(folder: string): readonly string[];
  /** What else may lie in a folder; `undefined`: nothing. */
  restOf(folder: string): Unknown | undefined;
  /** Makes unknown, until `resume`, what changed since a mark of the journal. */
  suspend(mark: number, unknown: Unknown): void;
  /** Makes known again what was suspended, unless it was written meanwhile. */
  resume(): void;
  /** All that is noted, sorted. */
  paths(): readonly string[];
}

/** As many as Linux follows. */
const MAX_LINKS = 40;

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
  /** Paths that were written and are not known as a whole, in the order of writing. */
  const written = journal.createMap<
    readonly { readonly path: string; readonly unknown: Unknown; readonly time: number }[]
  >({
    signature: (list) => list.map(({ path }) => path).join("\n"),
    join: (lists) =>
      lists.reduce((all = [], list = []) => [...all, ...list.filter((one) => !all.includes(one))]),
    absorb: (one = [], other = []) => [...one, ...other.filter((writing) => !one.includes(writing))],
  });
  /** What background jobs wrote that were not waited for, by path. */
  const suspended = journal.createMap<{ readonly node: FileNode; readonly unknown: Unknown }>({
    signature: ({ node, unknown }) => `${unknown.id} ${nodeSignature(node)}`,
    join(entries, path) {
      const [first] = entries.flatMap((entry) => entry ?? []);
      return (
        first && {
          node: joinNodes(
            entries.map((entry) => entry?.node),
            path,
          ),
          unknown: first.unknown,
        }
      );
    },
  });
  /** Every path with unknown parts that was ever put, on any way. */
  const symbolic = new Set<string>();
  const kept: string[] = [];
  /** Whether a link was ever put, on any way: nearly no job makes one. */
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
          return overwritten(path, node.since) ?? node_absent(node.since);
        case "absent":
          return overwritten(path, node.since) ?? node;
      }
    }
  }

  function node_absent(since: number): FileNode {
    return { kind: "absent", since };
  }

  function overwritten(path: string, since: number): FileNode | undefined {
    const found = written.get("")?.find((one) => one.time > since && pathPattern(one.path).test(path));
    return found && { kind: "unknown", unknown: found.unknown };
  }

  function follow(path: string, followsLast: boolean): Found {
    if (!hasLinks && isPlain(path)) return { path, node: nodeAt(path) };
    let current = "";
    let rest = path.split("/").filter((segment, index) => segment !== "" || index === 0);
    if (rest[0] === "") rest = rest.slice(1);
    else {
      current = rest[0] ?? "";
      rest = rest.slice(1);
    }
    for (let links = 0; rest.length > 0;) {
      const [segment = "", ...others] = rest;
      const next = current === "" ? `/${segment}` : joinPath(current, segment);
      const node = nodes.get(next);
      if (node?.kind === "link" && (others.length > 0 || followsLast)) {
        // Links that lead in a circle: nothing is there, and nothing can be made there.
        if (links++ > MAX_LINKS) return { path: EMPTY_PATH, node: { kind: "absent", since: 0 } };
        const target = resolvePath(node.target, current === "" ? "/" : current);
        const whole = [target, ...others].join("/");
        current = whole.startsWith("/") ? "" : (whole.split("/")[0] ?? "");
        rest = whole
          .split("/")
          .slice(1)
          .filter((part) => part !== "");
        continue;
      }
      current = next;
      rest = others;
    }
    const real = current === "" ? "/" : current;
    return { path: real, node: nodeAt(real) };
  }

  function set(path: string, node: FileNode): void {
    hasLinks ||= node.kind === "link";
    if (isSymbolic(path)) {
      symbolic.add(path);
      if (!idsIn(path).every(isDistinct)) noteWriting(path);
    }
    for (const other of symbolic) {
      if (other === path || idsIn(other).every(isDistinct)) continue;
      const there = nodes.get(other);
      if (there && there.kind !== "unknown" && pathPattern(other).test(path))
        nodes.set(other, { kind: "unknown", unknown: unknownAt(path) });
    }
    nodes.set(path, node);
  }

  /** A path that is not known may be that of any file that it fits. */
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
      what: "a command whose target is not known",
      origin: { start: 0, end: 0 },
    };
  }

  /** Nothing lies below what is noted as another thing than a folder. */
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

  return {
    find: (path) => follow(path, true),
    findEntry: (path) => follow(path, false),
    put(path, node) {
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
      for (const [map, keys] of journal.changesSince(mark)) {
        if (map !== nodes.tracked) continue;
        for (const path of keys.keys()) {
          const node = nodes.get(path);
          if (node?.kind !== "file") continue;
          suspended.set(path, { node, unknown });
          nodes.set(path, { kind: "unknown", unknown });
        }
      }
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

/** Whether a path has no empty segments, as nearly all have none. */
function isPlain(path: string): boolean {
  return path === "/" || !(path === "" || path.endsWith("/") || path.includes("//"));
}

/** Whether a path with unknown parts may lie below a folder. */
function mayLieIn(path: string, folder: string): boolean {
  const known = path.split("\0")[0] ?? "";
  return folder.startsWith(known) || known.startsWith(`${folder}/`);
}
