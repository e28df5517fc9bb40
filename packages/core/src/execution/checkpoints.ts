import { isCompiled } from "../gh-aw/index.js";
import type { ShellState, WaysTo } from "../shell/index.js";
import type { Job, MatrixCombination, Step, Workflow } from "../workflow/index.js";
import { wantedResults } from "./asked-results.js";
import type { StepWork } from "./step-work.js";

/*
 * A fix under trial changes only a step or two of a workflow. The steps before them do the same as before, so the job
 * continues from the state that they left. This holds only in files that gh-aw compiled, whose steps do not depend on
 * how later steps handle a failure.
 */

/** The state of a job before one of its steps. */
export interface Checkpoint {
  /** The step's index. */
  readonly index: number;
  readonly ways: WaysTo;
  /** The number of commands that may still run. */
  readonly budget: ShellState["budget"];
}

/** A job that was run. */
export interface KnownJob {
  readonly work: StepWork;
  /** The journal's mark before the first step. */
  readonly mark: number;
  readonly checkpoints: Checkpoint[];
}

/** By the first step, which a job shares with its edited version. */
const knownJobs = new WeakMap<Step, KnownJob[]>();

/** Remembers a job of a compiled file for later runs of its edited versions. */
export function keep(known: KnownJob): void {
  const { workflow, job } = known.work;
  const [first] = job.steps;
  if (first && isCompiled(workflow)) knownJobs.set(first, [...(knownJobs.get(first) ?? []), known]);
}

/** Bounds the memory: each checkpoint holds all changes of the steps before it. */
const MAX_CHECKPOINTS = 16;

/** Whether a fix may change a step, so that a checkpoint before it is useful in addition to `count` others. */
export function needsCheckpoint({ workflow }: StepWork, { run, env }: Step, count: number): boolean {
  return (
    count < MAX_CHECKPOINTS &&
    isCompiled(workflow) &&
    (env.has("CODEX_HOME") || /codex/i.test(run?.source ?? ""))
  );
}

/**
 * A remembered job with the same first steps, and the last checkpoint that both share; `undefined` if there is none.
 */
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
    before.job.container === job.container &&
    before.job.defaults === job.defaults &&
    before.job.condition === job.condition &&
    before.job.steps.length === job.steps.length &&
    before.job.steps.every(({ id }, index) => id === job.steps[index]?.id)
  );
}

/** Whether expressions of both jobs read the same results of the first `count` steps. */
function leaveTheSame(before: Job, job: Job, count: number): boolean {
  return job.steps.slice(0, count).every(({ id }) => {
    if (id === undefined) return true;
    const [was, is] = [wantedResults(before, id), wantedResults(job, id)];
    return was.end === is.end && was.outputs === is.outputs;
  });
}
