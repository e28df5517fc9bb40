/** A version of Codex as a message names it, in brackets behind the word "Codex". */
export function codexName(version: string | undefined): string {
  if (version === undefined || version === "") return "latest";
  // An expression or a variable, recognizable by its placeholder.
  return version.includes("$") ? "unknown version" : version;
}
