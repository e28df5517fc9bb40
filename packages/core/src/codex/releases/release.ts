import coerce from "semver/functions/coerce.js";
import gte from "semver/functions/gte.js";
import type { Change } from "./changes.js";
import { resolveVersion } from "./resolve-version.js";

/** Reads later than every release: what a run without a pinned version must be prepared for. */
const newest = "9999.0.0";

/**
 * The release whose behaviour counts, as `major.minor.patch`: of a range, the one that npm takes. A dist-tag, an
 * expression or nothing may resolve to the newest release. `0.121.0-linux-x64` and `0.121.0-alpha.2` read as 0.121.0: Codex
 * publishes its platform packages as prereleases.
 */
export function codexRelease(version: string | undefined): string {
  const resolved = resolveVersion(version ?? "");
  return (resolved.kind === "exact" ? coerce(resolved.version)?.version : undefined) ?? newest;
}

/** Whether `release` is `bound` or later. */
export function isAtLeast(release: string, bound: string): boolean {
  return gte(release, bound);
}

/** Whether a release, as `codexRelease` gives it, has a change. */
export function hasChange(release: string, { since }: Change): boolean {
  return isAtLeast(release, since);
}
