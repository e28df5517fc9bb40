import { readCodexInstall } from "../codex/command/index.js";
import { runStepAlone } from "../execution/index.js";
import { baseName, type CommandCall, SUCCESS } from "../shell/index.js";
import { memoizeByObject, once } from "../text/index.js";
import type { Job, Step, Workflow } from "../workflow/index.js";

/** Which versions a workflow's other jobs install, for a job that does not say it itself. */
export interface InstalledVersions {
  /** Codex's, that the other ones than a job install: what that job itself installs counts as far as it comes to it. */
  codex(job: Job): string | undefined;
  /** AWF's, for a job. */
  awf(job: Job): string | undefined;
}

/** What was asked of a workflow's versions, and the answer. */
export interface Question {
  readonly ask: (versions: InstalledVersions) => string | undefined;
  readonly answer: string | undefined;
}

/** The same versions; adds to `questions` what is asked of them. */
export function recordLookups(versions: InstalledVersions, questions: Question[]): InstalledVersions {
  const note = (ask: Question["ask"]): string | undefined => {
    const answer = ask(versions);
    questions.push({ ask, answer });
    return answer;
  };
  return { codex: (job) => note((other) => other.codex(job)), awf: (job) => note((other) => other.awf(job)) };
}

/** The version that a call of `install_awf_binary.sh` installs. */
export function readAwfInstall(call: CommandCall): string | undefined {
  const script = call.words.findIndex(({ value }) => baseName(value) === "install_awf_binary.sh");
  return script === -1
    ? undefined
    : call.words.slice(script + 1).find(({ value }) => /^v?\d/.test(value))?.value;
}

export function createInstalledVersions(workflow: Workflow): InstalledVersions {
  const codex = memoizeByObject((job: Job) => {
    const others = workflow.jobs.filter((other) => other !== job);
    return firstInstalled(workflow, others, "@openai/codex", readCodexInstall);
  });
  const awf = once(
    () =>
      awfVersionNamed(workflow.jobs.flatMap((job) => (mayName(job, AWF_VERSION) ? job.steps : []))) ??
      firstInstalled(workflow, workflow.jobs, "install_awf_binary", readAwfInstall),
  );
  return { codex, awf: (job) => awfVersionNamed(job.steps) ?? awf() };
}

/** gh-aw writes the version of AWF that it compiled for into the environment of its first steps. */
const AWF_VERSION = "GH_AW_INFO_AWF_VERSION";

function awfVersionNamed(steps: readonly Step[]): string | undefined {
  for (const step of steps) {
    const version = step.env.get(AWF_VERSION)?.value;
    if (version !== undefined && version !== "") return version;
  }
  return undefined;
}

function firstInstalled(
  workflow: Workflow,
  jobs: readonly Job[],
  word: string,
  read: (call: CommandCall) => string | undefined,
): string | undefined {
  let version: string | undefined;
  for (const job of jobs) {
    if (!mayName(job, word)) continue;
    for (const step of job.steps) {
      if (!step.run?.source.includes(word)) continue;
      runStepAlone(workflow, job, step, (call) => {
        version ??= read(call);
        return version === undefined ? undefined : SUCCESS;
      });
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

/** Whether a job's steps may name something, by its text alone: those of an alias stand elsewhere. */
function mayName({ source }: Job, word: string): boolean {
  return source.includes(word) || /[:-] +\*\w/.test(source);
}
