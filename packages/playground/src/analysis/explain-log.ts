import { explaining, type LogReading } from "@gh-aw-lint/core";
import type { Explanation, Finding } from "./finding.js";
import { symptomFinding } from "./place-finding.js";

/** A finding that may explain an error in a log. */
export interface Cause extends Explanation {
  /** The finding's job. */
  readonly job: string | undefined;
}

/** The errors in a log, each with the findings that explain it. */
export function explainLog(
  log: string,
  { symptoms }: LogReading,
  causes: readonly Cause[],
): readonly Finding[] {
  const candidates = causes.map(({ job, ...explanation }) => ({
    explanation,
    rule: explanation.finding.rule?.replace("gh-aw/", ""),
    job,
  }));
  return symptoms.map((symptom) => {
    const explanations = explaining(symptom, candidates).map(({ explanation }) => explanation);
    const finding = symptomFinding(log, symptom);
    // An explaining finding has its own remedy, so the symptom's remedy is left out.
    return explanations.length > 0
      ? { ...finding, message: symptom.meaning, explanations }
      : { ...finding, explanations };
  });
}
