import { isCompiled } from "../gh-aw/index.js";
import { memoizeByObject } from "../text/index.js";
import {
  asksForStatus,
  type Contexts,
  evaluateCondition,
  known,
  unknown,
  type Value,
} from "../workflow/expressions/index.js";
import { type Job, jobContexts, type Workflow } from "../workflow/index.js";

/**
 * Whether a job of a file that nobody compiled never runs: because of its condition, or because it needs a job that never
 * runs, unless its condition asks for that.
 */
export function isSkipped(workflow: Workflow, job: Job): boolean {
  return !isCompiled(workflow) && skippedJobs(workflow).has(job);
}

/** `needs.ID.result` in a job. Jobs that it needs have succeeded, unless its condition asks for their status. */
export function resultOf(workflow: Workflow, job: Job, id: string): Value {
  const needed = neededJobs(workflow, job).find((each) => each.id.toLowerCase() === id);
  if (!needed || isCompiled(workflow)) return unknown(`needs.${id}.result`);
  if (isSkipped(workflow, needed)) return known("skipped");
  return asksForStatus(job.condition ?? "") ? unknown(`needs.${id}.result`, true) : known("success");
}

function neededJobs({ jobs }: Workflow, { needs }: Job): readonly Job[] {
  const ids = new Set(needs.map((id) => id.toLowerCase()));
  return jobs.filter(({ id }) => ids.has(id.toLowerCase()));
}

/** Found in several rounds, since a skipped job may be the only one that another one needs. */
const skippedJobs = memoizeByObject((workflow: Workflow): ReadonlySet<Job> => {
  const skipped = new Set<Job>();
  const conditional = workflow.jobs.filter(
    ({ condition, needs }) => condition !== undefined || needs.length > 0,
  );
  for (let size = -1; size < skipped.size;) {
    size = skipped.size;
    for (const job of conditional) {
      const needsSkipped = neededJobs(workflow, job).some((needed) => skipped.has(needed));
      const isOff =
        needsSkipped && !asksForStatus(job.condition ?? "")
          ? true
          : evaluateCondition(job.condition, contextsBefore(workflow, job)) === false;
      if (isOff) skipped.add(job);
    }
  }
  return skipped;
});

/** The contexts of a job's condition, as far as the file determines them. */
function contextsBefore(workflow: Workflow, job: Job): Contexts {
  return jobContexts(workflow, job, {
    combination: undefined,
    env: (name) => unknown(`env.${name}`),
    steps: new Map(),
    hasFailed: false,
  });
}
