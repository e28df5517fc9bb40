import { readFileSync } from "node:fs";

/** The releases of `@openai/codex` on npm on one day. */
export interface CodexReleases {
  /** The day of the request to npm, in ISO 8601. */
  readonly date: string;
  /** The version of the tag `latest` on that day. */
  readonly latest: string;
  /** All versions, including prereleases, the oldest first. */
  readonly versions: readonly string[];
}

/** The path of the list. */
export const releasesPath = new URL("codex-releases.json", import.meta.url);

let releases: CodexReleases | undefined;

/** The recorded list. */
export function codexReleases(): CodexReleases {
  if (releases) return releases;
  releases = JSON.parse(readFileSync(releasesPath, "utf8")) as CodexReleases;
  return releases;
}
