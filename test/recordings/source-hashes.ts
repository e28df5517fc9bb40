import { readFileSync } from "node:fs";

/**
 * A source and its lock file in a public repository, whose hash was looked up
 * and computed; the files themselves are other people's and not kept here.
 */
export interface SourceHashPair {
  /** As `OWNER/NAME` on GitHub. */
  readonly repository: string;
  readonly path: string;
  readonly lockPath: string;
  /** The commit at which both files were read. */
  readonly commit: string;
  /** The version in the lock file's header. */
  readonly compiler: string;
  /** The hash in the lock file's header. */
  readonly stored: string;
  /** The hash of the source's front matter by a program of its own. */
  readonly computed: string;
}

interface SourceHashes {
  readonly pairs: readonly SourceHashPair[];
}

/** What sources of many compilers hashed to; see `computedBy` in the file for how. */
export function sourceHashPairs(): readonly SourceHashPair[] {
  const path = new URL("source-hashes.json", import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as SourceHashes).pairs;
}
