import { judgeRun, type Verdict } from "../codex/judge/index.js";
import { findCodexRuns, type CodexRun } from "../codex/run/index.js";
import type { DiagnoseOptions } from "../options.js";
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
