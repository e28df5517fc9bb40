import { readFrontMatter, valueAt } from "./front-matter-yaml.js";
import {
  bodyHash,
  HASH_ALGORITHMS,
  hashedJson,
  hashOf,
  importsOf,
  type HashAlgorithm,
  type SourceFile,
} from "./source-hash.js";
import { readStoredHashes, type StoredHash } from "./stored-hashes.js";

/** Whether a lock file is what its source would be compiled to, as far as gh-aw's own check sees it. */
export type LockState =
  | { readonly kind: "current"; readonly algorithm: HashAlgorithm; readonly stored: StoredHash }
  | { readonly kind: "outdated"; readonly part: "frontMatter" | "body"; readonly stored: StoredHash }
  /** Nothing checks it, or not everything that the hash is made of can be read. */
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

/** The algorithm by which a source has a hash; `undefined` if there is none. */
export function algorithmOf(hash: string, source: SourceFile): HashAlgorithm | undefined {
  const tried = new Set<string>();
  return HASH_ALGORITHMS.find((algorithm) => {
    const json = hashedJson(source, algorithm);
    if (json === undefined || tried.has(json)) return false;
    tried.add(json);
    return hashOf(json) === hash;
  });
}

/** What `on.stale-check` asks for (gh-aw 9ed852e42b); `undefined` where the front matter cannot be read. */
function staleCheckOf(text: string): "on" | "off" | "full" | undefined {
  const frontMatter = readFrontMatter(text);
  if (!frontMatter) return undefined;
  const check = valueAt(frontMatter.entries, "on", "stale-check");
  if (check?.kind !== "scalar") return "on";
  if (check.style === "plain" && /^(?:false|False|FALSE)$/.test(check.value)) return "off";
  return check.value === "full" ? "full" : "on";
}
