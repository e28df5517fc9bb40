import type { DiagnoseOptions } from "../faults/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";
import { judgeRun, type RunVerdict } from "./judge-run.js";

/** A run with its verdict, and its place in the file. */
export interface JudgedRun extends RunVerdict {
  /** The run's index among all runs of the file, from 0; a fix does not change it. */
  readonly index: number;
}

/** Judges all runs of a workflow, in the order of execution. */
export function judgeWorkflow(workflow: Workflow, options: DiagnoseOptions): readonly JudgedRun[] {
  return findCodexRuns(workflow).map((run, index) => ({ ...judgeRun(run, options), index }));
}
