import maxSatisfying from "semver/ranges/max-satisfying.js";
import parse from "semver/functions/parse.js";
import satisfies from "semver/functions/satisfies.js";
import valid from "semver/functions/valid.js";
import validRange from "semver/ranges/valid.js";
import type { SemVer } from "semver";
import { PUBLISHED_RELEASES } from "./published.js";

/** What npm installs for what stands behind `@openai/codex@`. */
export type ResolvedVersion =
  | { readonly kind: "exact"; readonly version: string }
  /** The newest release at the time of the run, which is at least the newest one that is known. */
  | { readonly kind: "newest" }
  /** Any release may be meant: another dist-tag, an archive, a repository, or what the file does not tell. */
  | { readonly kind: "unknown" };

/** A version that the file does not tell: any release is possible. No dist-tag of Codex has this name. */
export const UNKNOWN_VERSION = "unknown";

/** Whether a version is an expression or a variable as the file spells it, or one of several. */
export function isUnknownVersion(version: string): boolean {
  return version.includes("$") || version === UNKNOWN_VERSION;
}

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

/**
 * Whether what stands behind `@openai/codex@` is the name of a model, of which npm has no release: the install
 * ends with `ETARGET`. Any other word may be a dist-tag, and a version that is not known here may be published:
 * registries do not list all that was (0.103.0 and 0.112.0 were installed, and are missing in a list of 2026-11-26).
 */
export function namesModel(specifier: string): boolean {
  return /^(?:(?:chat)?gpt-?\d|codex-(?:mini|max)|o\d(?:-|$)|claude-|gemini-)/i.test(specifier);
}

/** An exact version, such as `0.121.0` or `v0.27.32`; `undefined` for a tag, a range or an expression. */
export function exactVersion(version: string | undefined): SemVer | undefined {
  return parse(version) ?? undefined;
}
