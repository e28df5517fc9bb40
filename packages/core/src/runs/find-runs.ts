import { memoizeByObject } from "../text/index.js";
import type { Job, Workflow } from "../workflow/index.js";
import type { CodexRun } from "./codex-run.js";
import { createInstalledVersions, recordLookups, type Question } from "./installed-versions.js";
import { runJob } from "./job-run.js";

/** Every start of Codex inside AWF, job by job, in the order in which they run. Worked out once for a workflow. */
export const findCodexRuns: (workflow: Workflow) => readonly CodexRun[] = memoizeByObject(computeRuns);

/** The runs of a job, and what else they depend on. */
interface JobRuns {
  readonly runs: readonly CodexRun[];
  readonly questions: readonly Question[];
}

/** An edited workflow has the same object for each job that the edits leave alone, and the same variables. */
const knownOfJob = new WeakMap<Job, JobRuns>();

function computeRuns(workflow: Workflow): readonly CodexRun[] {
  const versions = createInstalledVersions(workflow);
  return workflow.jobs.flatMap((job) => {
    if (!job.mayMatter) return [];
    const before = knownOfJob.get(job);
    if (before?.questions.every(({ ask, answer }) => ask(versions) === answer)) return before.runs;
    const questions: Question[] = [];
    const runs = job.steps.some((step) => step.run?.source.includes("awf"))
      ? runJob(workflow, job, recordLookups(versions, questions))
      : [];
    knownOfJob.set(job, { runs, questions });
    return runs;
  });
}
