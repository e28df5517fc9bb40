import type { Span } from "../text/index.js";
import { leadingComments } from "../yaml/index.js";

/** A hash in a lock file's header. */
export interface StoredHash {
  readonly value: string;
  /** Where it stands in the lock file. */
  readonly span: Span;
}

/** What a lock file says about the source that it was compiled from. */
export interface StoredHashes {
  readonly frontMatter: StoredHash;
  /** From schema v4 of the metadata on. */
  readonly body: StoredHash | undefined;
}

const metadata = /^#\s*gh-aw-metadata:\s*\{/;
/** From 2026-01-29 to the metadata of 2026-02-17 (gh-aw 537b0f6a02, e995df1d4e). */
const olderLabel = "# frontmatter-hash: ";

/** The hashes in the comments at the top of a lock file; `undefined` where there are none. */
export function readStoredHashes(lock: string): StoredHashes | undefined {
  for (const { content, start } of leadingComments(lock)) {
    if (content.startsWith(olderLabel)) {
      const value = content.slice(olderLabel.length).trim();
      if (value === "") continue;
      const offset = start + content.length - value.length;
      return { frontMatter: { value, span: { start: offset, end: offset + value.length } }, body: undefined };
    }
    if (!metadata.test(content)) continue;
    const frontMatter = hashIn(content, "frontmatter_hash", start);
    if (frontMatter) return { frontMatter, body: hashIn(content, "body_hash", start) };
  }
  return undefined;
}

/** The value of a key of the metadata, whose JSON has one level and no blanks outside of texts. */
function hashIn(comment: string, key: string, start: number): StoredHash | undefined {
  const found = new RegExp(String.raw`"${key}"\s*:\s*"([0-9a-f]+)"`, "d").exec(comment);
  const [value, indices] = [found?.[1], found?.indices?.[1]];
  if (value === undefined || !indices) return undefined;
  return { value, span: { start: start + indices[0], end: start + indices[1] } };
}
