import { readFileSync } from "node:fs";

/** The releases of `@openai/codex` that npm had on a day. */
export interface CodexReleases {
  /** The day on which npm was asked, as in ISO 8601. */
  readonly date: string;
  /** What `latest` was then. */
  readonly latest: string;
  /** All of them, also those before a release; the oldest version first. */
  readonly versions: readonly string[];
}

/** The list, as a file. */
export const releasesPath = new URL("codex-releases.json", import.meta.url);

let releases: CodexReleases | undefined;

export function codexReleases(): CodexReleases {
  if (releases) return releases;
  releases = JSON.parse(readFileSync(releasesPath, "utf8")) as CodexReleases;
  return releases;
}
