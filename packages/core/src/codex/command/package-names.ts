import { UNKNOWN_VERSION } from "../releases/index.js";

const PACKAGE = /^(?:[\w@/.-]+@npm:)?@openai\/codex(?:@(.*))?$/;

/** An archive of the package, as npm names it; its version is in the name. */
const ARCHIVE = /(?:^|[/-])codex-v?(\d+\.\d+\.\d[\w.+-]*)\.tgz$/;

/** Codex's repository, which npm can install from: `github:openai/codex#main`. */
const REPOSITORY =
  /^(?:github:|(?:git\+)?(?:https|ssh|git):\/\/(?:git@)?github\.com\/)?openai\/codex(?:\.git)?(?:#.*)?$/;

/** Whether a word names Codex's package for npm: by its name, its archive or its repository. */
export function namesCodex(word: string): boolean {
  return PACKAGE.test(word) || ARCHIVE.test(word) || REPOSITORY.test(word);
}

/** The version of a word that names the package; "" if it has none, also after an `@`: npm then takes the newest. */
export function versionIn(word: string | undefined): string {
  const named = PACKAGE.exec(word ?? "");
  if (!named) return ARCHIVE.exec(word ?? "")?.[1] ?? UNKNOWN_VERSION;
  return named[1] ?? "";
}
