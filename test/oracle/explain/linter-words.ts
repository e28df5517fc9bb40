import { explainRuns, type RunExplanation } from "@gh-aw-lint/core";
import type { WorkflowRecord } from "../run-workflow/index.js";

/**
 * What the linter says of each run of a record: the explanations of the Codex starts in the step that started it. There
 * are several where a step starts Codex in several places, and none where the linter sees no start.
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
