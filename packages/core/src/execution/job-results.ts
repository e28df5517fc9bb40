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
 * Whether a job of a file that nobody compiled never runs: because of its condition, or because a job never runs that it
 * needs directly or through others, unless its condition asks for that (actions/runner#2205).
 */
export function isSkipped(workflow: Workflow, job: Job): boolean {
  return !isCompiled(workflow) && skippedJobs(workflow).has(job);
}

/**
 * The contexts of a job's condition. Its status functions are about the jobs that the job needs directly or through others;
 * those of `contexts` are about its steps.
 */
export function contextsOfCondition(workflow: Workflow, job: Job, contexts: Contexts): Contexts {
  return isCompiled(workflow) ? contexts : withStatusBefore(workflow, job, contexts, skippedJobs(workflow));
}

/** `needs.ID.result` in a job. Jobs that it needs have succeeded, unless its condition asks for their status. */
export function resultOf(workflow: Workflow, job: Job, id: string): Value {
  const needed = neededJobs(workflow, job).find((each) => each.id.toLowerCase() === id);
  if (!needed || isCompiled(workflow)) return unknown(`needs.${id}.result`);
  if (isSkipped(workflow, needed)) return known("skipped");
  return asksForStatus(job.condition ?? "") ? unknown(`needs.${id}.result`, true) : known("success");
}

/** Whether another job may read a job's outputs after it has failed. */
export function isReadAfterFailure(
  { jobs }: Workflow,
  { id, outputs, continueOnError = "false" }: Job,
): boolean {
  if (outputs.size === 0) return false;
  // GitHub then takes its failure for a success.
  if (continueOnError.trim() !== "false") return true;
  const isNeeded = (needed: string): boolean => needed.toLowerCase() === id.toLowerCase();
  return jobs.some(({ condition = "", needs }) => needs.some(isNeeded) && asksForStatus(condition));
}

function neededJobs({ jobs }: Workflow, { needs }: Job): readonly Job[] {
  const ids = new Set(needs.map((id) => id.toLowerCase()));
  return jobs.filter(({ id }) => ids.has(id.toLowerCase()));
}

/** The jobs that a job needs, those that they need, and so on. */
function jobsBefore(workflow: Workflow, job: Job): ReadonlySet<Job> {
  const before = new Set(neededJobs(workflow, job));
  for (const each of before) for (const needed of neededJobs(workflow, each)) before.add(needed);
  return before;
}

/** `success()` is false after a job that was skipped; otherwise, jobs may have failed. */
function withStatusBefore(
  workflow: Workflow,
  job: Job,
  contexts: Contexts,
  skipped: ReadonlySet<Job>,
): Contexts {
  const before = [...jobsBefore(workflow, job)];
  const running = before.filter((each) => !skipped.has(each));
  return {
    context: contexts.context,
    status(name) {
      if (name === "success" && running.length < before.length) return known(false);
      const mayFail = (name === "success" || name === "failure") && running.length > 0;
      return mayFail ? unknown(`${name}()`) : contexts.status(name);
    },
  };
}

/** Whether a job runs in any case: whatever its condition depends on, and also if a job fails that it needs. */
export function runsAnyway(workflow: Workflow, job: Job): boolean {
  return conditionBefore(workflow, job, skippedJobs(workflow)) === true;
}

/** Whether the condition of a job holds, as far as the file determines that. */
function conditionBefore(workflow: Workflow, job: Job, skipped: ReadonlySet<Job>): boolean | undefined {
  const contexts = withStatusBefore(workflow, job, contextsBefore(workflow, job, skipped), skipped);
  return evaluateCondition(job.condition, contexts);
}

/** Found in several rounds, since a skipped job may be the only one that another one needs. */
const skippedJobs = memoizeByObject((workflow: Workflow): ReadonlySet<Job> => {
  const skipped = new Set<Job>();
  const conditional = workflow.jobs.filter(
    ({ condition, needs }) => condition !== undefined || needs.length > 0,
  );
  for (let size = -1; size < skipped.size;) {
    size = skipped.size;
    for (const job of conditional) if (conditionBefore(workflow, job, skipped) === false) skipped.add(job);
  }
  return skipped;
});

/** The contexts of a job's condition, as far as the file determines them. */
function contextsBefore(workflow: Workflow, job: Job, skipped: ReadonlySet<Job>): Contexts {
  const { context, status } = jobContexts(workflow, job, {
    combination: undefined,
    env: (name) => unknown(`env.${name}`),
    steps: new Map(),
    hasFailed: false,
  });
  return {
    status,
    context: (name) => (name === "needs" ? neededResults(workflow, job, skipped) : context(name)),
  };
}

function neededResults(workflow: Workflow, job: Job, skipped: ReadonlySet<Job>): Value {
  const ids = new Set(
    neededJobs(workflow, job)
      .filter((needed) => skipped.has(needed))
      .map(({ id }) => id.toLowerCase()),
  );
  const member = (id: string, key: string): Value =>
    key === "result" && ids.has(id) ? known("skipped") : unknown(`needs.${id}.${key}`);
  const results = (id: string): Value => ({ kind: "object", get: (key) => member(id, key.toLowerCase()) });
  return { kind: "object", get: (id) => results(id.toLowerCase()) };
}
