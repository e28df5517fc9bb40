import { readCodexInstall } from "../codex/command/index.js";
import { UNKNOWN_VERSION } from "../codex/releases/index.js";
import { runStepAlone } from "../execution/index.js";
import { baseName, type CommandCall, SUCCESS } from "../shell/index.js";
import { memoizeByObject, once } from "../text/index.js";
import type { Job, Step, Workflow } from "../workflow/index.js";

/** The versions that a workflow's jobs install, for a job that does not name one itself. */
export interface InstalledVersions {
  /** Codex's version that the jobs other than `job` install. An install of `job` itself takes effect when it runs. */
  codex(job: Job): string | undefined;
  /** AWF's version for a job. */
  awf(job: Job): string | undefined;
}

/** A lookup in `InstalledVersions`, and its answer. */
export interface Question {
  readonly ask: (versions: InstalledVersions) => string | undefined;
  readonly answer: string | undefined;
}

/** Wraps versions so that each lookup is added to `questions`. */
export function recordLookups(versions: InstalledVersions, questions: Question[]): InstalledVersions {
  const note = (ask: Question["ask"]): string | undefined => {
    const answer = ask(versions);
    questions.push({ ask, answer });
    return answer;
  };
  return { codex: (job) => note((other) => other.codex(job)), awf: (job) => note((other) => other.awf(job)) };
}

/** The version that a call of `install_awf_binary.sh` installs; `undefined` if it is not such a call. */
export function readAwfInstall(call: CommandCall): string | undefined {
  const script = call.words.findIndex(({ value }) => baseName(value) === "install_awf_binary.sh");
  return script === -1
    ? undefined
    : call.words.slice(script + 1).find(({ value }) => /^v?\d/.test(value))?.value;
}

/** Finds the versions that a workflow installs, on first use. */
export function createInstalledVersions(workflow: Workflow): InstalledVersions {
  const codex = memoizeByObject((job: Job) => {
    const others = workflow.jobs.filter((other) => other !== job);
    return firstInstalled(workflow, others, "@openai/codex", readInstallAlone);
  });
  const awf = once(
    () =>
      awfVersionNamed(workflow.jobs.flatMap((job) => (mayName(job, AWF_VERSION) ? job.steps : []))) ??
      firstInstalled(workflow, workflow.jobs, "install_awf_binary", readAwfInstall),
  );
  return { codex, awf: (job) => awfVersionNamed(job.steps) ?? awf() };
}

/** Like `readCodexInstall`, in a step that runs by itself: an earlier one may set a version that is empty here. */
function readInstallAlone(call: CommandCall): string | undefined {
  const version = readCodexInstall(call);
  const isEmpty = version === "" && call.words.some(({ value }) => value.endsWith("@openai/codex@"));
  return isEmpty ? UNKNOWN_VERSION : version;
}

/** The variable of gh-aw's first steps that holds the version of AWF that it compiled for. */
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

/** Whether a job's steps may contain a word, by the job's text. The steps of an alias are not in that text. */
function mayName({ source }: Job, word: string): boolean {
  return source.includes(word) || /[:-] +\*\w/.test(source);
}
