import maxSatisfying from "semver/ranges/max-satisfying.js";
import satisfies from "semver/functions/satisfies.js";
import valid from "semver/functions/valid.js";
import validRange from "semver/ranges/valid.js";
import { PUBLISHED_RELEASES } from "./published.js";

/** What npm installs for what stands behind `@openai/codex@`. */
export type ResolvedVersion =
  | { readonly kind: "exact"; readonly version: string }
  /** The newest release at the time of the run, which is at least the newest one that is known. */
  | { readonly kind: "newest" }
  /** Any release may be meant: another dist-tag, an archive, a repository, or what the file does not tell. */
  | { readonly kind: "unknown" };

const NEWEST: ResolvedVersion = { kind: "newest" };

/**
 * Resolves a version, a range or a dist-tag as npm does. npm takes `latest` for a range that it fits
 * (npm-pick-manifest), else the highest release in it.
 */
export function resolveVersion(specifier: string): ResolvedVersion {
  const written = specifier.trim();
  if (written === "" || written === "latest") return NEWEST;
  const exact = valid(written, { loose: true });
  if (exact !== null) return { kind: "exact", version: exact };
  if (validRange(written, { loose: true }) === null) return { kind: "unknown" };
  const latest = PUBLISHED_RELEASES.at(-1);
  if (latest === undefined || satisfies(latest, written, { loose: true })) return NEWEST;
  const version = maxSatisfying([...PUBLISHED_RELEASES], written, { loose: true });
  return version === null ? { kind: "unknown" } : { kind: "exact", version };
}
