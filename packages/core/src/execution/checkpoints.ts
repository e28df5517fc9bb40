import { isCompiled } from "../gh-aw/index.js";
import type { Outcome } from "../shell/index.js";
import type { Job, MatrixCombination, Step, Workflow } from "../workflow/index.js";
import { wantedResults } from "./asked-results.js";
import type { StepWork } from "./step-work.js";

/*
 * A fix is tried on a workflow of which it changes a step or two. The steps before them leave what they left before:
 * the job is taken up where they ended. That is so in files that gh-aw compiled, whose steps do not depend on what
 * later ones do about a failure.
 */

/** How a job stood before one of its steps. */
export interface Checkpoint {
  /** The step's index. */
  readonly index: number;
  readonly ways: readonly Outcome[];
  /** How many more commands might run. */
  readonly commands: number;
}

/** A job that was worked through. */
export interface KnownJob {
  readonly work: StepWork;
  /** A point in time of the state's journal: before the first step. */
  readonly mark: number;
  readonly checkpoints: Checkpoint[];
}

/** By the job's first step, which an edited job has in common with it. */
const knownJobs = new WeakMap<Step, KnownJob[]>();

export function keep(known: KnownJob): void {
  const { workflow, job } = known.work;
  const [first] = job.steps;
  if (first && isCompiled(workflow)) knownJobs.set(first, [...(knownJobs.get(first) ?? []), known]);
}

/** Each holds all that the steps before it changed. */
const MAX_CHECKPOINTS = 16;

/** Whether a fix may change a step, so that how the job stood before it is worth keeping beside `count` others. */
export function isWorthKeeping({ workflow }: StepWork, { run, env }: Step, count: number): boolean {
  return (
    count < MAX_CHECKPOINTS &&
    isCompiled(workflow) &&
    (env.has("CODEX_HOME") || /codex/i.test(run?.source ?? ""))
  );
}

/** A job that began as this one does, and the last point at which both stood alike. */
export function startOf(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
): { readonly known: KnownJob; readonly checkpoint: Checkpoint } | undefined {
  const [first] = job.steps;
  for (const known of (first && knownJobs.get(first)) ?? []) {
    if (known.work.combination !== combination || !haveSameSurroundings(known.work, workflow, job)) continue;
    const changed = job.steps.findIndex((step, index) => step !== known.work.job.steps[index]);
    const last = known.checkpoints.findLast(({ index }) => index <= changed);
    if (last && leaveTheSame(known.work.job, job, last.index)) return { known, checkpoint: last };
  }
  return undefined;
}

function haveSameSurroundings(before: StepWork, workflow: Workflow, job: Job): boolean {
  return (
    before.workflow.env === workflow.env &&
    before.workflow.defaults === workflow.defaults &&
    before.workflow.triggers === workflow.triggers &&
    isCompiled(before.workflow) &&
    isCompiled(workflow) &&
    before.job.id === job.id &&
    before.job.env === job.env &&
    before.job.defaults === job.defaults &&
    before.job.condition === job.condition &&
    before.job.steps.length === job.steps.length &&
    before.job.steps.every(({ id }, index) => id === job.steps[index]?.id)
  );
}

/** Whether the results of the first steps are asked for as before. */
function leaveTheSame(before: Job, job: Job, count: number): boolean {
  return job.steps.slice(0, count).every(({ id }) => {
    if (id === undefined) return true;
    const [was, is] = [wantedResults(before, id), wantedResults(job, id)];
    return was.end === is.end && was.outputs === is.outputs;
  });
}
