import coerce from "semver/functions/coerce.js";
import gte from "semver/functions/gte.js";
import valid from "semver/functions/valid.js";
import type { Change } from "./changes.js";

/** Reads later than every release: what a run without a pinned version must be prepared for. */
const newest = "9999.0.0";

/**
 * The release whose behaviour counts, as `major.minor.patch`. A dist-tag, a range, an expression or nothing
 * may resolve to the newest release. `0.121.0-linux-x64` and `0.121.0-alpha.2` read as 0.121.0: Codex
 * publishes its platform packages as prereleases.
 */
export function codexRelease(version: string | undefined): string {
  return coerce(valid(version ?? null))?.version ?? newest;
}

/** Whether `release` is `bound` or later. */
export function isAtLeast(release: string, bound: string): boolean {
  return gte(release, bound);
}

/** Whether a release, as `codexRelease` gives it, has a change. */
export function hasChange(release: string, { since }: Change): boolean {
  return isAtLeast(release, since);
}
