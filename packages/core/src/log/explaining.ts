import type { FoundSymptom } from "./read-log.js";

/** The parts of a finding that tell whether it explains a symptom. */
interface Candidate {
  /** Without the plugin's name. */
  readonly rule: string | undefined;
  readonly job: string | undefined;
}

/**
 * The findings that explain a symptom: those of the likeliest rule with findings, only in the symptom's job if there
 * are any.
 */
export function explaining<Found extends Candidate>(
  { rules, job }: FoundSymptom,
  findings: readonly Found[],
): readonly Found[] {
  for (const rule of rules) {
    const found = findings.filter((finding) => finding.rule === rule);
    const ofJob = found.filter((finding) => finding.job === job);
    if (found.length > 0) return ofJob.length > 0 ? ofJob : found;
  }
  return [];
}
