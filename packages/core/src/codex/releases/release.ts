import coerce from "semver/functions/coerce.js";
import gte from "semver/functions/gte.js";
import type { Change } from "./changes.js";
import { PUBLISHED_RELEASES } from "./published.js";
import { resolveVersion } from "./specifier.js";

/** Compares as later than every release: a run without a pinned version may get any future one. */
const newest = "9999.0.0";

/**
 * The release whose behaviour counts, as `major.minor.patch`. A range gives the release that npm installs; a dist-tag,
 * an expression and `undefined` give the newest release. `0.121.0-linux-x64` and `0.121.0-alpha.2` give 0.121.0: Codex
 * publishes its platform packages as prereleases.
 */
export function codexRelease(version: string | undefined): string {
  const resolved = resolveVersion(version ?? "");
  return (resolved.kind === "exact" ? coerce(resolved.version)?.version : undefined) ?? newest;
}

/** Whether `release` is `bound` or later; both are exact versions. */
export function isAtLeast(release: string, bound: string): boolean {
  return gte(release, bound);
}

/** Whether a release has a change; `release` is a result of `codexRelease`. */
export function hasChange(release: string, { since }: Change): boolean {
  return isAtLeast(release, since);
}

/** The oldest release whose behaviour was measured. */
const OLDEST_MEASURED = "0.98.0";

/** The published releases since the oldest measured one, oldest first. */
const MEASURED_RELEASES = PUBLISHED_RELEASES.slice(PUBLISHED_RELEASES.indexOf(OLDEST_MEASURED));

/** Whether a release, which is a result of `codexRelease`, is neither older than the measured ones nor still to come. */
export function isMeasured(release: string): boolean {
  return MEASURED_RELEASES.includes(release);
}

/**
 * The releases that a run may get, in the form of `codexRelease`, newest first: one or, if the version is not known,
 * every published release since the oldest measured one. A Codex that no step installs counts as the newest.
 */
export function possibleReleases(version: string | undefined): readonly string[] {
  const release = codexRelease(version);
  const isKnown = version === undefined || resolveVersion(version).kind !== "unknown";
  return isKnown ? [release] : [release, ...MEASURED_RELEASES.toReversed()];
}
