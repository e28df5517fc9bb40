/** A version of Codex as a message names it, behind the word "Codex". */
export function codexName(version: string | undefined): string {
  if (version === undefined || version === "") return "latest";
  // An expression or a variable, which is told by a placeholder.
  return version.includes("$") ? "of an unknown version" : version;
}
