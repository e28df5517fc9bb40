import type { Journal } from "../state/journal.js";
import type { JournaledMap } from "../state/journaled-map.js";
import type { Unknown } from "../values/value.js";
import { joinNodes, nodeSignature, type FileNode } from "./node.js";

/** The files that commands write while others run, so that it is not known who reads them first. */
export interface SuspendedFiles {
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

  function changedSince(mark: number): readonly string[] {
    return [...(journal.changesSince(mark).get(nodes.tracked)?.keys() ?? [])];
  }

  return {
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
  };
}
