/** The version of Codex that a lock file stands for. */
export interface Pin {
  readonly version: string;
  /** As the table shows it. */
  readonly shown: string;
  /** Before 0.120.0 Codex reads `OPENAI_BASE_URL` by itself. */
  readonly isAffected: boolean;
}

/** Stands for `latest`, a range, an expression and no version at all: a release from when these were written. */
const FOR_ANY = "0.121.0";

/** What is tried with every lock file beside its pin: a release of later months, and the newest that is known. */
export const LATER: readonly string[] = ["0.148.0", "0.169.0"];

export function pinOf(codexVersion: string | undefined): Pin {
  const numbers = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(codexVersion ?? "")?.slice(1);
  if (!numbers) {
    return { version: FOR_ANY, shown: `${codexVersion ?? "none"} (${FOR_ANY})`, isAffected: true };
  }
  const version = numbers.join(".");
  return { version, shown: version, isAffected: Number(numbers[0]) > 0 || Number(numbers[1]) >= 120 };
}
