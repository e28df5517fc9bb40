import { isAbsolute, join } from "node:path/posix";
import { evaluateText, type Contexts } from "./expressions.js";
import type { JobState } from "./job-state.js";
import type { StepDefinition } from "./workflow-file.js";

/** Actions without effects on later steps, except those that `run-step` implements. */
const withoutEffect =
  /^(?:actions\/(?:cache|upload-artifact|setup-[\w-]+|github-script)|[\w.-]+\/setup-[\w-]+)(?:\/|@)/;

/** Handles a step with `uses:`. Actions do not run, but known effects of actions are applied. */
export async function runAction(
  step: StepDefinition,
  job: JobState,
  contexts: Contexts,
): Promise<{ readonly exitCode: number; readonly output: string; readonly script: undefined }> {
  const { uses = "" } = step;
  const done = { exitCode: 0, output: "", script: undefined };
  if (uses.startsWith("actions/checkout@")) {
    const { path, repository, clean } = step.with;
    const folder = evaluateText(path, contexts);
    const target = isAbsolute(folder) ? folder : join(job.workspace, folder);
    if (repository !== undefined && evaluateText(repository, contexts) !== "owner/repository") {
      job.notes.push(`\`${uses}\` fetches another repository, which is not here.`);
      return done;
    }
    const { status, output } = await job.sandbox.run({
      argv: ["/bin/bash", "-pc", checkout, "checkout", target, evaluateText(clean, contexts)],
      environment: { PATH: "/usr/bin:/bin" },
      folder: "/",
      seconds: 60,
    });
    return { exitCode: status, output, script: undefined };
  }
  if (!withoutEffect.test(uses)) job.notes.push(`\`${uses}\` is not run.`);
  return done;
}

/** Copies the files into an empty folder, because `actions/checkout` deletes or cleans an existing one. */
const checkout = `
set -e
mkdir -p "$1"
if [ "$2" != false ] || [ ! -d "$1/.git" ]; then find "$1" -mindepth 1 -delete; fi
mkdir -p "$1/.git"
if [ -d /runner/repository ]; then cp -a /runner/repository/. "$1"; fi
`;
