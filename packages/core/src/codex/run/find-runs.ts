import type { Workflow } from "../../workflow/index.js";
import type { CodexRun } from "./codex-run.js";
import { createInstalledVersions } from "./installed-versions.js";
import { runJob } from "./job-run.js";

/** Every start of Codex inside AWF, job by job, in the order in which they run. */
export function findCodexRuns(workflow: Workflow): readonly CodexRun[] {
  const versions = createInstalledVersions(workflow);
  return workflow.jobs.flatMap((job) => {
    const mayRun = job.steps.some((step) => step.run?.source.includes("awf"));
    return mayRun ? runJob(workflow, job, versions) : [];
  });
}
