import { readFileSync } from "node:fs";

/**
 * The recorded and the computed hash of a source and its lock file in a public repository. The files belong to other
 * people and are not copied here.
 */
export interface SourceHashPair {
  /** `OWNER/NAME` on GitHub. */
  readonly repository: string;
  readonly path: string;
  readonly lockPath: string;
  /** The commit at which both files were read. */
  readonly commit: string;
  /** The version in the lock file's header. */
  readonly compiler: string;
  /** The hash in the lock file's header. */
  readonly stored: string;
  /** The hash of the source's front matter, computed by an independent program. */
  readonly computed: string;
}

interface SourceHashes {
  readonly pairs: readonly SourceHashPair[];
}

/** Hashes of sources for many compilers; `computedBy` in the file explains how they were computed. */
export function sourceHashPairs(): readonly SourceHashPair[] {
  const path = new URL("source-hashes.json", import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as SourceHashes).pairs;
}
