/** The version of Codex that a lock file installs. */
export interface Pin {
  readonly version: string;
  /** The text in the table. */
  readonly shown: string;
  /** Before 0.120.0, Codex reads `OPENAI_BASE_URL`. */
  readonly isAffected: boolean;
}

/** Used for `latest`, a range, an expression or no version: a release from the time of these lock files. */
const FOR_ANY = "0.121.0";

/** Tried with every lock file in addition to its pinned version: a later release, and the newest known one. */
export const LATER: readonly string[] = ["0.148.0", "0.169.0"];

/** The version to run for the version that a lock file names. */
export function pinOf(codexVersion: string | undefined): Pin {
  const numbers = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(codexVersion ?? "")?.slice(1);
  if (!numbers) {
    return { version: FOR_ANY, shown: `${codexVersion ?? "none"} (${FOR_ANY})`, isAffected: true };
  }
  const version = numbers.join(".");
  return { version, shown: version, isAffected: Number(numbers[0]) > 0 || Number(numbers[1]) >= 120 };
}
