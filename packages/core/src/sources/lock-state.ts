import type { Span } from "../text/index.js";
import { leadingComments } from "../yaml/index.js";
import { readFrontMatter, valueAt } from "./front-matter.js";
import {
  bodyHash,
  HASH_ALGORITHMS,
  type HashAlgorithm,
  hashedJson,
  hashOf,
  importsOf,
  type SourceFile,
} from "./source-hash.js";

/** A hash in a lock file's header. */
export interface StoredHash {
  readonly value: string;
  /** Its offsets in the lock file. */
  readonly span: Span;
}

/** The hashes, in a lock file's header, of the source that it was compiled from. */
export interface StoredHashes {
  readonly frontMatter: StoredHash;
  /** Since schema v4 of the metadata. */
  readonly body: StoredHash | undefined;
}

const metadata = /^#\s*gh-aw-metadata:\s*\{/;
/** From 2026-01-29 to the metadata of 2026-02-17 (gh-aw 537b0f6a02, e995df1d4e). */
const olderLabel = "# frontmatter-hash: ";

/** The hashes in the leading comments of a lock file; `undefined` if there are none. */
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

/** The hash under a key of the metadata, whose JSON is flat. */
function hashIn(comment: string, key: string, start: number): StoredHash | undefined {
  const found = new RegExp(String.raw`"${key}"\s*:\s*"([0-9a-f]+)"`, "d").exec(comment);
  const [value, indices] = [found?.[1], found?.indices?.[1]];
  if (value === undefined || !indices) return undefined;
  return { value, span: { start: start + indices[0], end: start + indices[1] } };
}

/** Whether a lock file is up to date with its source, by gh-aw's own check. */
export type LockState =
  | { readonly kind: "current"; readonly algorithm: HashAlgorithm; readonly stored: StoredHash }
  | { readonly kind: "outdated"; readonly part: "frontMatter" | "body"; readonly stored: StoredHash }
  /** gh-aw does not check it, or an input of the hash cannot be read. */
  | { readonly kind: "unknown" };

const unknown: LockState = { kind: "unknown" };

/** Compares the hashes in a lock file's header with its source. */
export function lockState(lock: string, source: SourceFile): LockState {
  const stored = readStoredHashes(lock);
  const check = stored && staleCheckOf(source.text);
  if (!stored || check === undefined || check === "off") return unknown;
  const algorithm = algorithmOf(stored.frontMatter.value, source);
  const isBodyCurrent =
    check !== "full" ||
    !stored.body ||
    readings.some((reading) => bodyHash(source, reading) === stored.body?.value);
  if (algorithm && isBodyCurrent) return { kind: "current", algorithm, stored: stored.frontMatter };
  if (readings.some((reading) => importsOf(source, reading).missing.length > 0)) return unknown;
  return algorithm && stored.body
    ? { kind: "outdated", part: "body", stored: stored.body }
    : { kind: "outdated", part: "frontMatter", stored: stored.frontMatter };
}

const readings = ["plain", "uses"] as const;

/** The algorithm that gives a source that hash; `undefined` if there is none. */
export function algorithmOf(hash: string, source: SourceFile): HashAlgorithm | undefined {
  const tried = new Set<string>();
  return HASH_ALGORITHMS.find((algorithm) => {
    const json = hashedJson(source, algorithm);
    if (json === undefined || tried.has(json)) return false;
    tried.add(json);
    return hashOf(json) === hash;
  });
}

/** The value of `on.stale-check` (gh-aw 9ed852e42b); `undefined` if the front matter cannot be read. */
function staleCheckOf(text: string): "on" | "off" | "full" | undefined {
  const frontMatter = readFrontMatter(text);
  if (!frontMatter) return undefined;
  const check = valueAt(frontMatter.entries, "on", "stale-check");
  if (check?.kind !== "scalar") return "on";
  if (check.style === "plain" && /^(?:false|False|FALSE)$/.test(check.value)) return "off";
  return check.value === "full" ? "full" : "on";
}
