import type { DiagnoseOptions } from "../faults/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";
import { judgeRun, type RunVerdict } from "./judge-run.js";

export interface JudgedRun extends RunVerdict {
  /** The run's place in the order of all runs of the file, from 0: the same before and after a fix. */
  readonly index: number;
}

export function judgeWorkflow(workflow: Workflow, options: DiagnoseOptions): readonly JudgedRun[] {
  return findCodexRuns(workflow).map((run, index) => ({ ...judgeRun(run, options), index }));
}
