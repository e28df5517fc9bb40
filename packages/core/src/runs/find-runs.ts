import { readAwfCall } from "../awf/index.js";
import { readCodexStart } from "../codex/command/index.js";
import { type JobPrograms, lacksLinux, outputsOfNeededJobs, runJob, WORKSPACE } from "../execution/index.js";
import { runGateway, runProviderFilter, stageThreatDetection } from "../gh-aw/index.js";
import { baseName, type CommandCall, fileOfProgram, pathOf, pathOfWord } from "../shell/index.js";
import { memoizeByObject } from "../text/index.js";
import type { Job, Workflow } from "../workflow/index.js";
import { runAwf, type RunCollector } from "./awf-run.js";
import type { CodexRun } from "./codex-run.js";
import { noteCodexDownload, noteCodexInstall } from "./codex-version.js";
import { createCollector } from "./collect-runs.js";
import type { PossibleStart } from "./possible-starts.js";
import {
  createInstalledVersions,
  type InstalledVersions,
  type Question,
  readAwfInstall,
  recordLookups,
} from "./installed-versions.js";

/**
 * Every start of Codex inside AWF, by job, in the order of execution; none in a file that GitHub cannot read, which runs
 * nothing. Memoized by workflow.
 */
export const findCodexRuns: (workflow: Workflow) => readonly CodexRun[] = memoizeByObject((workflow) =>
  runsOfJobs(workflow).flatMap(({ runs }) => runs),
);

/** The programs of the repository that may start Codex, in the jobs without a known start. */
export function findPossibleStarts(workflow: Workflow): readonly PossibleStart[] {
  return runsOfJobs(workflow).flatMap(({ possible }) => possible);
}

/** The runs of a job, and the versions of other jobs that they depend on. */
interface JobRuns {
  readonly runs: readonly CodexRun[];
  readonly possible: readonly PossibleStart[];
  readonly questions: readonly Question[];
}

/** An edited workflow shares the objects of unchanged jobs, and its variables, with the original. */
const knownOfJob = new WeakMap<Job, JobRuns>();

const runsOfJobs: (workflow: Workflow) => readonly JobRuns[] = memoizeByObject(computeRuns);

function computeRuns(workflow: Workflow): readonly JobRuns[] {
  if (workflow.problems.length > 0) return [];
  const versions = createInstalledVersions(workflow);
  return workflow.jobs.flatMap((job) => {
    if (!job.mayMatter) return [];
    const before = knownOfJob.get(job);
    if (before?.questions.every(({ ask, answer }) => ask(versions) === answer)) return before;
    const questions: Question[] = [];
    const mayStartAwf = !lacksLinux(job) && job.steps.some((step) => step.run?.source.includes("awf"));
    if (!mayStartAwf) return [];
    const found = { ...runsOfJob(workflow, job, recordLookups(versions, questions)), questions };
    knownOfJob.set(job, found);
    return found;
  });
}

function runsOfJob(workflow: Workflow, job: Job, versions: InstalledVersions): Omit<JobRuns, "questions"> {
  const collector = createCollector(workflow, job, versions);
  const createPrograms = (): JobPrograms => {
    collector.startCombination();
    return runnerPrograms(collector);
  };
  runJob(workflow, job, createPrograms, outputsOfNeededJobs(workflow, job));
  return { runs: collector.runs(), possible: collector.possibleStarts() };
}

/** Models of the programs that run on the runner itself. */
function runnerPrograms(collector: RunCollector): JobPrograms {
  let startedAwf = false;
  return {
    hasStartedAwf: () => startedAwf,
    programOf: (step, environment) => (call, shell) => {
      const awf = mayBeOtherAwf(call) ? undefined : readAwfCall(call);
      if (awf) {
        startedAwf = true;
        return runAwf(awf, call, shell, step, environment, collector);
      }
      if (readCodexStart(call)) collector.noteUncontained();
      noteCodexInstall(call);
      noteCodexDownload(call);
      const installed = readAwfInstall(call);
      if (installed !== undefined) call.state.notes.set("awf", installed);
      return (
        collector.printVersion(call, shell) ??
        runGateway(call, environment) ??
        runProviderFilter(call, shell) ??
        stageThreatDetection(call)
      );
    },
  };
}

/**
 * Whether a program of the name `awf` is one that a step wrote, or one of the checkout. In compiled files, such a program
 * starts AWF: gh-aw-firewall's own workflows build it.
 */
function mayBeOtherAwf(call: CommandCall): boolean {
  const [{ value }] = call.words;
  if (baseName(value) !== "awf" || call.state.reach === "workspace") return false;
  if (fileOfProgram(call)) return true;
  if (!value.includes("/")) return false;
  const { path, node } = call.state.files.find(pathOfWord(call, call.words[0]));
  return node.kind === "unknown" && path.startsWith(`${pathOf(call.state, WORKSPACE)}/`);
}
