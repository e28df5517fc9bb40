import { findCodexRuns } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";

/** With more runs, which no real workflow has, trying each fix of each run on all runs would take too long. */
export const MAX_RUNS = 50;

/** Why no fix of a workflow is tried; `undefined` if fixes are. */
export function whyUntried(workflow: Workflow): "tooManyRuns" | undefined {
  return findCodexRuns(workflow).length > MAX_RUNS ? "tooManyRuns" : undefined;
}
