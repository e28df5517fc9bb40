import { isCompiled } from "../gh-aw/index.js";
import type { ShellState, Variable } from "../shell/index.js";
import type { Contexts } from "../workflow/expressions/index.js";
import type { EnvironmentVariable, Job, MatrixCombination, Workflow } from "../workflow/index.js";
import { contextsOf, createProgress, type JobProgress } from "./job-progress.js";
import { createRunner, goesOnAfterFailure, mayBeUsedAgain } from "./runner.js";
import { firstWithAddedVariables } from "./step-environment.js";

/** Where a step of a job runs. */
export interface StepWork {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly combination: MatrixCombination | undefined;
  readonly state: ShellState;
  readonly progress: JobProgress;
  /** Variables of the file that are the same in each step, whatever the steps do. */
  readonly settled: Map<EnvironmentVariable, Variable>;
  /** The index of the first step that may find variables that the file does not show. */
  readonly firstWithAddedVariables: number;
}

/** A job on a runner of its own, before its first step. */
export function createWork(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
): StepWork {
  const isCompiledFile = isCompiled(workflow);
  const state = createRunner({
    isCompiled: isCompiledFile,
    followsFailures: !isCompiledFile && goesOnAfterFailure(job),
    isUsedAgain: !isCompiledFile && mayBeUsedAgain(job),
  });
  return {
    workflow,
    job,
    combination,
    state,
    progress: createProgress(state),
    settled: new Map(),
    firstWithAddedVariables: firstWithAddedVariables(job),
  };
}

export function contextsAt(
  { workflow, job, combination, state, progress }: StepWork,
  index: number,
): Contexts {
  return contextsOf(workflow, job, combination, state, progress, index);
}
