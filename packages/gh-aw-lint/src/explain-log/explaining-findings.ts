import { explaining, type FoundSymptom, jobsByLine, parseWorkflow } from "eslint-plugin-gh-aw/core";
import type { LintMessage } from "../eslint/index.js";
import type { LintedFile } from "../lint/lint-files.js";

/** A finding that explains a symptom. */
export interface Explanation {
  /** The file, as the user knows it. */
  readonly name: string;
  readonly message: LintMessage;
}

/** The findings that explain a symptom. */
export function explainingFindings(
  symptom: FoundSymptom,
  files: readonly LintedFile[],
): readonly Explanation[] {
  const findings = files.flatMap(({ name, text, found: { messages } }) => {
    if (text === undefined) return [];
    const jobOf = jobsByLine(parseWorkflow(text));
    return messages.map((message) => ({
      name,
      message,
      rule: message.ruleId?.replace("gh-aw/", ""),
      job: jobOf(message.line),
    }));
  });
  return explaining(symptom, findings);
}
