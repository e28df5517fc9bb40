import type { Journal } from "../state/journal.js";
import type { JournaledMap } from "../state/journaled-map.js";
import type { Unknown } from "../values/value.js";
import { isBelow } from "./path.js";
import { joinNodes, nodeSignature, type FileNode } from "./node.js";

/** The files that commands write while others run, so that it is not known who reads them first. */
export interface SuspendedFiles {
  /** The paths that commands created, wrote or removed since a mark of the journal, unless nothing is known about them. */
  changedSince(mark: number): readonly string[];
  /**
   * Makes paths unknown until the returned function is called. It restores them, except for those that were written
   * meanwhile: these stay unknown.
   */
  setAside(paths: readonly string[], unknown: Unknown): () => void;
  /** Makes the files that changed since a mark of the journal unknown until `resume`. */
  suspend(mark: number, unknown: Unknown): void;
  /** Makes the files that changed since a mark of the journal unknown. */
  unsettle(mark: number, unknown: Unknown): void;
  /** Restores suspended files, unless they were written meanwhile. */
  resume(): void;
}

/** Suspends files among `nodes`, which is a map of `journal`. */
export function createSuspendedFiles(journal: Journal, nodes: JournaledMap<FileNode>): SuspendedFiles {
  /** The files that background jobs wrote before they were waited for, by path. */
  const suspended = journal.createMap<{ readonly node: FileNode; readonly unknown: Unknown }>({
    signature: ({ node, unknown }) => `${unknown.id} ${nodeSignature(node)}`,
    join(entries, path, id) {
      const [first] = entries.flatMap((entry) => entry ?? []);
      if (!first) return undefined;
      const files = entries.map((entry) => entry?.node);
      return { node: joinNodes(files, path, id), unknown: first.unknown };
    },
  });

  function allChangedSince(mark: number): readonly string[] {
    return [...(journal.changesSince(mark).get(nodes.tracked)?.keys() ?? [])];
  }

  /** Makes a path unknown, and what is below it. */
  function forget(path: string, now: FileNode, unknown: FileNode): void {
    if (now.kind === "directory")
      for (const other of nodes.keys()) if (isBelow(other, path)) nodes.set(other, undefined);
    nodes.set(path, unknown);
  }

  return {
    changedSince: (mark) =>
      journal.keysChangedSince(mark, nodes.tracked).filter((path) => {
        const node = nodes.get(path);
        // A folder with an unknown rest is one that was there, in which a program may have written.
        return node !== undefined && node.kind !== "unknown" && (node.kind !== "directory" || !node.rest);
      }),
    setAside(paths, unknown) {
      const before = paths.map((path) => [path, nodes.get(path)] as const);
      const own: FileNode = { kind: "unknown", unknown };
      for (const path of paths) nodes.set(path, own);
      return () => {
        for (const [path, node] of before) {
          const now = nodes.get(path);
          if (now?.kind === "unknown" && now.unknown.id === unknown.id) nodes.set(path, node);
          else if (now) forget(path, now, own);
        }
      };
    },
    suspend(mark, unknown) {
      for (const path of allChangedSince(mark)) {
        const node = nodes.get(path);
        if (node?.kind !== "file") continue;
        suspended.set(path, { node, unknown });
        nodes.set(path, { kind: "unknown", unknown });
      }
    },
    unsettle(mark, unknown) {
      for (const path of allChangedSince(mark))
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
  };
}
