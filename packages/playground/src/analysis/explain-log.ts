import { explaining, type LogReading } from "@gh-aw-lint/core";
import type { Explanation, Finding } from "./finding.js";
import { symptomFinding } from "./place-finding.js";

/** A finding that may explain what a log says. */
export interface Cause extends Explanation {
  /** The job that it is in. */
  readonly job: string | undefined;
}

/** What a log says, each with what explains it. */
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
    // What to do says what explains it.
    return explanations.length > 0
      ? { ...finding, message: symptom.meaning, explanations }
      : { ...finding, explanations };
  });
}
