import type { Journal } from "../state/journal.js";
import type { JournaledMap } from "../state/journaled-map.js";
import { boundedId, boundedLabel } from "../values/bounded-names.js";
import type { Unknown } from "../values/value.js";
import type { FileNode } from "./node.js";
import { idsIn, isBelow, isSymbolic, pathPattern } from "./path.js";

/** Counts the changes of a file tree, on all ways. */
export interface Clock {
  time: number;
}

/** Paths with unknown parts, which may be the paths of other recorded files. */
export interface SymbolicPaths {
  /**
   * Makes the files unknown that are changed if `path` is what another path stands for, or the other way round. A new
   * folder changes no file: where a file is, none is made.
   */
  noteChange(path: string, makesFolder: boolean): void;
  /** An unknown file if a path with unknown parts may be the path of a recorded file. */
  fitting(path: string): FileNode | undefined;
  /** The file at a path if a write to a path with unknown parts may have changed it since a time. */
  overwritten(path: string, since: number): FileNode | undefined;
  /** What may have written below a folder since a time. */
  writerBelow(folder: string, since: number): Unknown | undefined;
}

/** A write to a path with unknown parts. */
interface Writing {
  readonly path: string;
  readonly unknown: Unknown;
  readonly time: number;
}

/**
 * Follows the paths with unknown parts among those of `nodes`, a map of `journal`. `isDistinct` tells whether no other
 * value can equal an unknown part of a path.
 */
export function createSymbolicPaths(
  journal: Journal,
  nodes: JournaledMap<FileNode>,
  isDistinct: (id: string) => boolean,
  clock: Clock,
): SymbolicPaths {
  /** The writes, in order; the map has no other key than "". */
  const written = journal.createMap<readonly Writing[]>({
    signature: (list) => list.map(({ path }) => path).join("\n"),
    join: (lists) =>
      lists.reduce((all = [], list = []) => [...all, ...list.filter((one) => !all.includes(one))]),
    absorb: (one = [], other = []) => [...one, ...other.filter((writing) => !one.includes(writing))],
  });
  /** Every path that was ever put, on any way, with unknown parts of which it is not known that they differ from others. */
  const symbolic = new Set<string>();

  function mayFitOthers(path: string): boolean {
    return isSymbolic(path) && !idsIn(path).every(isDistinct);
  }

  function noteWriting(path: string, changes: (node: FileNode) => boolean): void {
    const unknown = unknownAt(path);
    const pattern = pathPattern(path);
    clock.time++;
    const others = written.get("")?.filter((one) => one.path !== path) ?? [];
    written.set("", [...others, { path, unknown, time: clock.time }]);
    for (const other of nodes.keys()) {
      const there = other === path || other === "/" || !pattern.test(other) ? undefined : nodes.get(other);
      if (there && there.kind !== "directory" && changes(there))
        nodes.set(other, { kind: "unknown", unknown });
    }
  }

  return {
    noteChange(path, makesFolder) {
      const changes = ({ kind }: FileNode): boolean => !makesFolder || kind === "absent";
      if (mayFitOthers(path)) {
        symbolic.add(path);
        noteWriting(path, changes);
      }
      for (const other of symbolic) {
        if (other === path || isInside(path, other) || isInside(other, path)) continue;
        const there = nodes.get(other);
        if (there && there.kind !== "unknown" && changes(there) && pathPattern(other).test(path))
          nodes.set(other, { kind: "unknown", unknown: unknownAt(path) });
      }
    },
    fitting(path) {
      if (!mayFitOthers(path)) return undefined;
      const pattern = pathPattern(path);
      const isFound = nodes
        .keys()
        .some((other) => other !== "/" && pattern.test(other) && nodes.get(other)?.kind !== "absent");
      return isFound ? { kind: "unknown", unknown: unknownAt(path) } : undefined;
    },
    overwritten(path, since) {
      const found = written.get("")?.find((one) => one.time > since && pathPattern(one.path).test(path));
      return found && { kind: "unknown", unknown: found.unknown };
    },
    writerBelow: (folder, since) =>
      written.get("")?.find((one) => one.time > since && mayLieIn(one.path, folder))?.unknown,
  };
}

/** Whether a path is certainly below a folder, whatever their unknown parts are. */
function isInside(path: string, folder: string): boolean {
  return isBelow(path, folder) && !path.includes("/..", folder.length);
}

function unknownAt(path: string): Unknown {
  return {
    id: boundedId(`path ${path}`),
    label: boundedLabel(path),
    what: "a command that writes to an unknown path",
    origin: { start: 0, end: 0 },
  };
}

/** Whether a path with unknown parts may be below a folder. */
function mayLieIn(path: string, folder: string): boolean {
  const known = path.split("\0")[0] ?? "";
  return folder.startsWith(known) || known.startsWith(`${folder}/`);
}
