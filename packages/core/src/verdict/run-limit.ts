import { findCodexRuns } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";

/** With more runs than these, which no workflow has, it would take too long to try each fix of each on all. */
export const MOST_RUNS = 50;

/** Why no fix of a workflow is tried at all; `undefined` if fixes are. What is not sound YAML may not be what it seems. */
export function whyUntried(workflow: Workflow): "invalidYaml" | "tooManyRuns" | undefined {
  if (workflow.problems.length > 0) return "invalidYaml";
  return findCodexRuns(workflow).length > MOST_RUNS ? "tooManyRuns" : undefined;
}
