import { isCompiled } from "../gh-aw/index.js";
import type { ShellState, Unknown, Variable } from "../shell/index.js";
import { type Contexts, unknown, type Value } from "../workflow/expressions/index.js";
import type { EnvironmentVariable, Job, MatrixCombination, Workflow } from "../workflow/index.js";
import { isReadAfterFailure, resultOf } from "./job-results.js";
import { contextsOf, createProgress, type JobProgress } from "./job-progress.js";
import { hasOwnImage, mayBeUsedAgain } from "./machine.js";
import { continuesAfterFailure, createRunner } from "./runner.js";
import { eventVariable, firstWithAddedVariables } from "./step-environment.js";

/** Looks up an output of a job, by the names of both in lower case; `undefined` if it is not known. */
export type OutputOfJob = (job: string, output: string) => Value | undefined;

/** The state that a job's steps run in. */
export interface StepWork {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly combination: MatrixCombination | undefined;
  readonly state: ShellState;
  readonly progress: JobProgress;
  /** `$GITHUB_EVENT_NAME`; `undefined` if it is not known. */
  readonly event: Variable | undefined;
  /** A cache of the file's variables that are the same in each step. */
  readonly settled: Map<EnvironmentVariable, Variable>;
  /** An output of a job that this one needs, by the names of both in lower case; `undefined` if it is not known. */
  readonly outputOf: OutputOfJob;
  /** The index of the first step that may get variables from outside the file. */
  readonly firstWithAddedVariables: number;
}

/** Stands for the files in a volume. */
const VOLUME: Unknown = {
  id: "volume",
  label: "volumes",
  what: "a volume of a container",
  origin: { start: 0, end: 0 },
};

/** The state of a job on its own runner, before its first step. */
export function createWork(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
  outputOf: OutputOfJob = () => undefined,
): StepWork {
  const isCompiledFile = isCompiled(workflow);
  const state = createRunner({
    isCompiled: isCompiledFile,
    followsFailures: !isCompiledFile && (continuesAfterFailure(job) || isReadAfterFailure(workflow, job)),
    hasPipeStatuses: workflow.text.includes("PIPESTATUS"),
    isUsedAgain: !isCompiledFile && (mayBeUsedAgain(job, combination) || hasOwnImage(job, combination)),
  });
  if (!isCompiledFile) for (const path of job.volumes) state.files.taint(path, VOLUME);
  const progress = createProgress(state);
  return {
    workflow,
    job,
    combination,
    state,
    progress,
    event: eventVariable(contextsOf(workflow, job, combination, state, progress, 0)),
    settled: new Map(),
    outputOf,
    firstWithAddedVariables: firstWithAddedVariables(job),
  };
}

/** The contexts of the expressions of the step at `index`. */
export function contextsAt(work: StepWork, index: number): Contexts {
  const { workflow, job, combination, state, progress } = work;
  const contexts = contextsOf(workflow, job, combination, state, progress, index);
  return {
    status: contexts.status,
    context: (name) => (name === "needs" ? neededJobs(work) : contexts.context(name)),
  };
}

function neededJobs({ workflow, job, outputOf }: StepWork): Value {
  const object = (get: (name: string) => Value): Value => ({
    kind: "object",
    get: (name) => get(name.toLowerCase()),
  });
  return object((id) =>
    object((key) => {
      if (key === "result") return resultOf(workflow, job, id);
      if (key !== "outputs") return unknown(`needs.${id}.${key}`);
      return object((output) => outputOf(id, output) ?? unknown(`needs.${id}.outputs.${output}`));
    }),
  );
}
