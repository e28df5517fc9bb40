/**
 * Whether a file may run Codex inside AWF: a cheap test that says no to nearly every file that does not.
 * Where it says no, there is nothing to find.
 */
export function mayRunCodex(text: string): boolean {
  return text.includes("awf") && (text.includes("codex") || text.includes("CODEX_HOME"));
}
