import { isUnknownVersion } from "../codex/releases/index.js";

/** A version of Codex as a message names it, in brackets behind the word "Codex". */
export function codexName(version: string | undefined): string {
  if (version === undefined || version === "") return "latest";
  return isUnknownVersion(version) ? "unknown version" : version;
}
