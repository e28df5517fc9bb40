import type { LintResult } from "../eslint/index.js";

/** Names the documentation of the first rule; empty without findings of a rule. */
export function rulePageHint(results: readonly LintResult[]): string {
  const [rule] = results.flatMap(({ messages }) => messages.flatMap(({ ruleId }) => ruleId ?? []));
  if (rule === undefined) return "";
  return `Rule documentation: npx gh-aw-lint --explain ${rule.replace("gh-aw/", "")}\n`;
}
