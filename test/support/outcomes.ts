import { diagnose, type FindingOutcome } from "@gh-aw-lint/core";

/** The outcomes of a run whose file determines what Codex does. */
export const determinedOutcomes: readonly FindingOutcome[] = [
  "direct",
  "websocket",
  "refused",
  "missingKey",
  "wrongAddress",
];

/** Every outcome that a finding may have. */
export const allOutcomes: readonly FindingOutcome[] = [...determinedOutcomes, "undetermined"];

/** `outcome kind` of each finding in a workflow. */
export function outcomes(text: string): readonly string[] {
  return diagnose(text, { outcomes: allOutcomes }).map(({ outcome, kind }) => `${outcome} ${kind}`);
}
