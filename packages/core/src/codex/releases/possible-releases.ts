import { PUBLISHED_RELEASES } from "./published.js";
import { codexRelease } from "./release.js";
import { resolveVersion } from "./resolve-version.js";

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
