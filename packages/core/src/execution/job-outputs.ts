import { isCompiled } from "../gh-aw/index.js";
import { memoizeByObject } from "../text/index.js";
import {
  asksForStatus,
  type Contexts,
  known,
  partsOf,
  substituteText,
  type Value,
} from "../workflow/expressions/index.js";
import type { Job, Workflow } from "../workflow/index.js";
import { isSkipped, runsAnyway } from "./job-results.js";
import { runJob } from "./job-run.js";
import type { OutputOfJob } from "./step-work.js";

/**
 * The known outputs of the jobs that a job needs. `undefined` in compiled files, where outputs depend on data from
 * outside the file.
 */
export function outputsOfNeededJobs(workflow: Workflow, job: Job): OutputOfJob | undefined {
  if (isCompiled(workflow) || job.needs.length === 0) return undefined;
  return (id, output) => {
    const isNeeded = job.needs.some((needed) => needed.toLowerCase() === id);
    const other = workflow.jobs.find((each) => each.id.toLowerCase() === id);
    if (!isNeeded || !other) return undefined;
    if (!declares(other, output) || isSkipped(workflow, other)) return known(null);
    if (asksForStatus(job.condition ?? "") && !runsAnyway(workflow, other)) return undefined;
    return outputsOf(workflow)(other).get(output);
  };
}

/** Whether a job may have an output: those of a called workflow are in its own file. */
function declares({ steps, outputs }: Job, name: string): boolean {
  return steps.length === 0 || [...outputs.keys()].some((key) => key.toLowerCase() === name);
}

const outputsOf: (workflow: Workflow) => (job: Job) => ReadonlyMap<string, Value> = memoizeByObject(
  (workflow: Workflow) => {
    const started = new Set<Job>();
    return memoizeByObject((job: Job) => {
      // GitHub rejects jobs that need each other.
      if (started.has(job)) return new Map();
      started.add(job);
      return computeOutputs(workflow, job);
    });
  },
);

/** The outputs of a job that are the same on each way, by name in lower case. */
function computeOutputs(workflow: Workflow, job: Job): ReadonlyMap<string, Value> {
  // Of several combinations, the one that ends last sets the outputs.
  const isOne = job.matrix.kind === "known" && job.matrix.combinations.length === 1;
  if (!isOne || job.outputs.size === 0) return new Map();
  const found: ReadonlyMap<string, string | undefined>[] = [];
  const programs = {
    programOf: () => () => undefined,
    hasStartedAwf: () => false,
    ended: (contexts: Contexts) =>
      void found.push(
        new Map(
          [...job.outputs.values()].map(({ name, value }) => [
            name,
            knownText(substituteText(value, contexts)),
          ]),
        ),
      ),
  };
  runJob(workflow, job, () => programs, outputsOfNeededJobs(workflow, job));
  const outputs = new Map<string, Value>();
  const [first, ...others] = found;
  for (const [name, text] of first ?? [])
    if (text !== undefined && others.every((other) => other.get(name) === text))
      outputs.set(name.toLowerCase(), known(text));
  return outputs;
}

/** The text of a value; `undefined` if it is not known. */
function knownText(value: Value): string | undefined {
  const [part] = value.kind === "known" ? partsOf(value) : [];
  return typeof part === "string" ? part : undefined;
}
