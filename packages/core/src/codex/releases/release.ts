import coerce from "semver/functions/coerce.js";
import gte from "semver/functions/gte.js";
import type { Change } from "./changes.js";
import { PUBLISHED_RELEASES } from "./published.js";
import { resolveVersion } from "./specifier.js";

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

/** The oldest release that was run to see what it does. */
const OLDEST_MEASURED = "0.98.0";

/**
 * The releases that a run may get, as `codexRelease` gives them, the newest first: one, or where what is
 * installed does not tell, every one that was published since releases are measured. A Codex that nobody installs
 * counts as the newest.
 */
export function possibleReleases(version: string | undefined): readonly string[] {
  const release = codexRelease(version);
  const isKnown = version === undefined || resolveVersion(version).kind !== "unknown";
  const measured = PUBLISHED_RELEASES.slice(PUBLISHED_RELEASES.indexOf(OLDEST_MEASURED));
  return isKnown ? [release] : [release, ...measured.reverse()];
}
