import { explainRuns, type RunExplanation } from "@gh-aw-lint/core";
import type { WorkflowRecord } from "../run-workflow/index.js";

/**
 * The linter's explanations for each run of a record: those of all Codex starts in the same step. There are several if a
 * step starts Codex in several places, and none if the linter finds no start.
 */
export function linterWords(
  text: string,
  { jobs, runs }: WorkflowRecord,
): readonly (readonly RunExplanation[])[] {
  const explanations = explainRuns(text);
  return runs.map(({ job, step }) => {
    const name = jobs.find(({ id }) => id === job)?.steps[step]?.name;
    return explanations.filter((each) => each.job === job && each.step === name);
  });
}
