import type { Finding } from "../analysis/finding.js";

/** What the status says of findings. */
export function summary(findings: readonly Finding[], isEmpty: boolean): string {
  if (isEmpty) return "The file is empty.";
  if (findings.length === 0) return "No findings.";
  const fixable = findings.filter((finding) => finding.fixable).length;
  const count = `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  return fixable === 0 ? `${count}, none of which \`eslint --fix\` mends.` : `${count}, ${fixable} fixable.`;
}
