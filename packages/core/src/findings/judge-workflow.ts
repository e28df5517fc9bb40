import { judgeRun, type Verdict } from "../faults/index.js";
import { findCodexRuns, type CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import type { Workflow } from "../workflow/index.js";

export interface JudgedRun {
  readonly run: CodexRun;
  readonly verdict: Verdict;
  /** The run's place in the order of all runs of the file, from 0: the same before and after a repair. */
  readonly index: number;
}

export function judgeWorkflow(workflow: Workflow, options: DiagnoseOptions): readonly JudgedRun[] {
  return findCodexRuns(workflow).map((run, index) => ({ run, verdict: judgeRun(run, options), index }));
}

/** With more runs than these, which no workflow has, it would take too long to try each repair of each on all. */
const MOST_RUNS = 50;

/** Whether repairs of a workflow are tried at all: not if it is not sound YAML, which may not be what it seems. */
export function isRepairable(workflow: Workflow): boolean {
  return workflow.problems.length === 0 && findCodexRuns(workflow).length <= MOST_RUNS;
}
