import { findCodexRuns, parseWorkflow, type CodexRun, type Job, type Workflow } from "@gh-aw-lint/core";
import { jobSteps } from "./job-steps.js";
import { runnerTemp, workspace } from "./sandbox/root-folder.js";
import { runJob, type CodexCall, type JobResult } from "./sandbox/run-job.js";

/** What came of a Codex run when its job's own scripts were run. */
export interface ObservedRun {
  readonly run: CodexRun;
  /** `undefined`: the scripts did not get as far as Codex. */
  readonly call: CodexCall | undefined;
  /** Steps of the job that failed, up to the one that starts Codex, each with its last line of output. */
  readonly failures: readonly string[];
}

/** Runs every job of a lock file that starts Codex, and tells what each start was given; in the file's order. */
export async function observeRuns(text: string): Promise<readonly ObservedRun[]> {
  const workflow = parseWorkflow(text);
  const runs = findCodexRuns(workflow);
  const observed: ObservedRun[] = [];
  for (const job of workflow.jobs) {
    const ofJob = runs.filter((run) => run.job.id === job.id);
    if (ofJob.length > 0) observed.push(...(await observeJob(workflow, job, ofJob)));
  }
  return observed;
}

async function observeJob(workflow: Workflow, job: Job, runs: readonly CodexRun[]): Promise<ObservedRun[]> {
  const steps = jobSteps(workflow, job, { runnerTemp, workspace });
  const result = await runJob(steps, runs[0]?.awfVersion);
  const calls = [...result.calls];
  return runs.map((run) => {
    const step = job.steps.findIndex(({ span }) => span.start === run.step.span.start);
    const place = calls.findIndex((call) => call.step === step);
    const [call] = place === -1 ? [] : calls.splice(place, 1);
    return { run, call, failures: failuresOf(job, result, step) };
  });
}

function failuresOf(job: Job, { steps }: JobResult, last: number): string[] {
  return steps
    .filter(({ index, status }) => index <= last && status !== 0)
    .map(({ index, status, output }) => {
      const name = job.steps[index]?.name ?? `step ${index + 1}`;
      return `step \`${name}\` exits with ${status ?? "a signal"}: ${lastMessage(output)}`;
    });
}

/** Node ends with the place of an error and its own version. */
function lastMessage(output: string): string {
  const lines = output.split("\n").filter((line) => !/^\s*$|^\s+at |^Node\.js v/.test(line));
  return lines.at(-1)?.trim() ?? "";
}
