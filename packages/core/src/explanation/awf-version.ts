import type { CodexRun } from "../runs/index.js";
import { type Span, spanInFile } from "../text/index.js";
import type { Job, Workflow } from "../workflow/index.js";
import type { ExplainedFact } from "./run-explanation.js";
import { locationInJob, locationInScript } from "./script-location.js";

/** Explains the version of AWF that a run gets. */
export function explainAwfVersion(workflow: Workflow, run: CodexRun): ExplainedFact {
  const { awfVersion: value, awf } = run;
  if (value === undefined) {
    return { value: "unknown", because: "Nothing in this file names its version.", span: undefined };
  }
  const built = awf.buildsLocally
    ? " `--build-local` builds its container from a checkout, which may have another version."
    : "";
  const source = sourceOf(workflow, run, value);
  return { value, because: `${source.because}${built}`, span: source.span };
}

type Source = Pick<ExplainedFact, "because" | "span">;

/** The source of the version, by precedence: an install of the job, a variable, another job's install, the image. */
function sourceOf(workflow: Workflow, run: CodexRun, version: string): Source {
  const others = workflow.jobs.filter(({ id }) => id !== run.job.id);
  return (
    installIn(run.job, version) ??
    [run.job, ...others].map((job) => variableIn(job, version)).find((source) => source !== undefined) ??
    others.map((job) => installIn(job, version)).find((source) => source !== undefined) ?? {
      because: "The tag of its container image (`--image-tag`) names it.",
      span: locationInScript(run.step, "--image-tag", version),
    }
  );
}

function installIn(job: Job, version: string): Source | undefined {
  return withLocation(`Job \`${job.id}\` installs it.`, locationInJob(job, "install_awf_binary.sh", version));
}

function variableIn(job: Job, version: string): Source | undefined {
  const variable = job.steps
    .map(({ env }) => env.get("GH_AW_INFO_AWF_VERSION"))
    .find((found) => found?.value === version);
  const span = variable && spanInFile(variable.text, 0, variable.text.text.length);
  return withLocation(`\`GH_AW_INFO_AWF_VERSION\` in job \`${job.id}\` names it.`, span);
}

function withLocation(because: string, span: Span | undefined): Source | undefined {
  return span && { because, span };
}
