import maxSatisfying from "semver/ranges/max-satisfying.js";
import parse from "semver/functions/parse.js";
import satisfies from "semver/functions/satisfies.js";
import valid from "semver/functions/valid.js";
import validRange from "semver/ranges/valid.js";
import type { SemVer } from "semver";
import { PUBLISHED_RELEASES } from "./published.js";

/** The version that npm installs for the text after `@openai/codex@`. */
export type ResolvedVersion =
  | { readonly kind: "exact"; readonly version: string }
  /** The newest release at the time of the run: the newest known one, or a later one. */
  | { readonly kind: "newest" }
  /** Any release: another dist-tag, an archive, a repository, or a version that the file does not determine. */
  | { readonly kind: "unknown" };

/** A version that the file does not determine. No dist-tag of Codex has this name. */
export const UNKNOWN_VERSION = "unknown";

/** Whether a version is unknown: an expression, a variable, or one of several versions. */
export function isUnknownVersion(version: string): boolean {
  return version.includes("$") || version === UNKNOWN_VERSION;
}

const NEWEST: ResolvedVersion = { kind: "newest" };

/**
 * Resolves a version, a range or a dist-tag as npm does. For a range, npm installs `latest` if the range includes it
 * (npm-pick-manifest), or else the highest release in the range.
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

/**
 * Whether the text after `@openai/codex@` is the name of a model, which npm has no release of: the install fails with
 * `ETARGET`. Any other word may be a dist-tag, and an unlisted version may exist: npm's list is incomplete (0.103.0 and
 * 0.112.0 were installed, but the list of 2026-11-26 lacks them).
 */
export function namesModel(specifier: string): boolean {
  return /^(?:(?:chat)?gpt-?\d|codex-(?:mini|max)|o\d(?:-|$)|claude-|gemini-)/i.test(specifier);
}

/** An exact version, such as `0.121.0` or `v0.27.32`; `undefined` for a tag, a range or an expression. */
export function exactVersion(version: string | undefined): SemVer | undefined {
  return parse(version) ?? undefined;
}
