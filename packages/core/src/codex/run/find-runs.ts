import type { Workflow } from "../../workflow/index.js";
import type { CodexRun } from "./codex-run.js";
import { createInstalledVersions } from "./installed-versions.js";
import { runJob } from "./job-run.js";

const known = new WeakMap<Workflow, readonly CodexRun[]>();

/** Every start of Codex inside AWF, job by job, in the order in which they run. Worked out once for a workflow. */
export function findCodexRuns(workflow: Workflow): readonly CodexRun[] {
  let runs = known.get(workflow);
  if (!runs) {
    runs = workOutRuns(workflow);
    known.set(workflow, runs);
  }
  return runs;
}

function workOutRuns(workflow: Workflow): readonly CodexRun[] {
  const versions = createInstalledVersions(workflow);
  // An alias may bring in the steps of another job.
  const mayAlias = /\s&\w/.test(workflow.text);
  return workflow.jobs.flatMap((job) => {
    const mayRun = mayAlias || job.source.includes("awf");
    return mayRun && job.steps.some((step) => step.run?.source.includes("awf"))
      ? runJob(workflow, job, versions)
      : [];
  });
}
