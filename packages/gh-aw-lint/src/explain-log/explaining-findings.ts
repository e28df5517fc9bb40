import type { FoundSymptom } from "eslint-plugin-gh-aw/core";
import type { LintMessage } from "../eslint/index.js";
import type { LintedFile } from "../lint/lint-files.js";
import { jobsByLine } from "../lint/jobs.js";

/** A finding that explains a symptom. */
export interface Explanation {
  /** The file, as the user knows it. */
  readonly name: string;
  readonly message: LintMessage;
}

/** The findings of rules that explain a symptom: those of its job, or else those of other jobs. */
export function explainingFindings(
  { rules, job }: FoundSymptom,
  files: readonly LintedFile[],
): readonly Explanation[] {
  for (const rule of rules) {
    const found = files.flatMap(({ name, text, found: { messages } }) => {
      const jobOf = jobsByLine(text);
      return messages
        .filter(({ ruleId }) => ruleId === `gh-aw/${rule}`)
        .map((message) => ({ name, message, job: jobOf(message.line) }));
    });
    const ofJob = found.filter((finding) => finding.job === job);
    if (found.length > 0) return ofJob.length > 0 ? ofJob : found;
  }
  return [];
}
