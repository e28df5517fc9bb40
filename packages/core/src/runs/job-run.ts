import {
  applyDelta,
  ask,
  ControlFlow,
  GivenUp,
  inSubshell,
  knownText,
  UNSET,
  type Program,
  type ShellState,
} from "../shell/index.js";
import type { Environment, Job, MatrixCombination, Step, StepResult, Workflow } from "../workflow/index.js";
import { evaluateCondition, type Contexts } from "../workflow/expressions/index.js";
import { readAwfCall } from "../awf/index.js";
import { runGateway, runProviderFilter, stageThreatDetection } from "../gh-aw/index.js";
import { readCodexInstall } from "../codex/command/index.js";
import { runAction } from "./actions.js";
import { runAwf, type RunCollector } from "./awf-run.js";
import { createCollector } from "./collect-runs.js";
import type { CodexRun } from "./codex-run.js";
import { isCompiled } from "./compiled-workflow.js";
import { foldersIn, readFileCommands, type FileCommands } from "./file-commands.js";
import { readAwfInstall, type InstalledVersions } from "./installed-versions.js";
import { commandFiles } from "./job-progress.js";
import { noteExports } from "./runner.js";
import { expressionValue, namedEnvironment } from "./step-environment.js";
import { contextsAt, createWork, runStepScript, setEnvironment, type StepWork } from "./step-run.js";

/** A job that is worked through. */
interface JobWork extends StepWork {
  readonly collector: RunCollector;
}

/** Each of more combinations than these is not looked at. */
const MAX_COMBINATIONS = 8;

/** Works through a job's steps in order, as far as they are known, and notes each start of Codex in AWF. */
export function runJob(workflow: Workflow, job: Job, versions: InstalledVersions): readonly CodexRun[] {
  const collector = createCollector(workflow, job, versions);
  for (const combination of combinationsOf(job)) runCombination(workflow, job, combination, collector);
  return collector.runs();
}

function combinationsOf({ matrix }: Job): readonly (MatrixCombination | undefined)[] {
  if (matrix.kind === "unknown" || matrix.combinations.length > MAX_COMBINATIONS) return [undefined];
  return matrix.combinations;
}

function runCombination(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
  collector: RunCollector,
): void {
  const step = createWork(workflow, job, combination);
  const work: JobWork = { ...step, collector };
  const { ways } = work.state;
  try {
    let outcomes = ways.outcomesOf(() => {
      if (evaluateCondition(job.condition, contextsAt(work, 0)) === false) return;
      runSteps(work, 0);
    });
    // What fails on some ways alone is taken for an accident. A job that fails on all of them goes on with the steps
    // that ask for that.
    while (outcomes.length > 0 && outcomes.every(({ leaving }) => leaving !== undefined)) {
      outcomes = outcomes.flatMap(({ delta }) =>
        ways.outcomesOf(() => {
          applyDelta(delta);
          const failed = Number(work.progress.results.get("failed") ?? job.steps.length);
          work.progress.results.set("status", "failure");
          runSteps(work, failed + 1);
        }),
      );
    }
  } catch (error) {
    // More commands than any job has: what it does is not known.
    if (!(error instanceof GivenUp)) throw error;
  }
}

function runSteps(work: JobWork, first: number): void {
  const { workflow, job, state } = work;
  const last = isCompiled(workflow) ? job.steps.findLastIndex(mayStartAwf) : job.steps.length;
  const steps = [...job.steps.entries()].slice(first, last + 1);
  state.ways.runEachThatGoesOn(steps, ([index, step]) => {
    runStep(work, step, index);
  });
}

/** Whether a step of a compiled file may start AWF with a command: nothing counts that comes after the last one. */
function mayStartAwf({ run }: Step): boolean {
  return (
    run?.source.includes("awf") === true &&
    (/(?:^|\s)--(?:\s|$)/m.test(run.source) || /codex/i.test(run.source))
  );
}

/** Runs a step in a shell of its own, which leaves nothing but files and what GitHub hands on. */
function runStep(work: JobWork, step: Step, index: number): void {
  const { state } = work;
  inSubshell(state, () => {
    setEnvironment(work, step, index);
    const contexts = contextsAt(work, index);
    const known = evaluateCondition(step.condition, contexts);
    if (step.uses !== undefined && known !== false) {
      // What it may write it may also not write: it does not count whether it runs.
      runAction(state, work.workflow, step, contexts);
      const outcome = known === true ? "success" : undefined;
      noteResult(work, step, { outputs: new Map(), hasAllOutputs: false, outcome, conclusion: outcome });
    } else if (!(known ?? asksFor(state, step))) noteResult(work, step, SKIPPED);
    else if (step.run) runScriptStep(work, step, index, contexts);
  });
}

/** Whether a step runs whose condition is not known. */
function asksFor(state: ShellState, { condition = "", span }: Step): boolean {
  const question = `if ${condition}`;
  return ask(state, question, true, {
    id: question,
    label: condition,
    what: `\`if: ${condition.trim()}\``,
    origin: { start: span.start, end: span.start },
  });
}

const SKIPPED: StepResult = {
  outputs: new Map(),
  hasAllOutputs: true,
  outcome: "skipped",
  conclusion: "skipped",
};

function runScriptStep(work: JobWork, step: Step, index: number, contexts: Contexts): void {
  const { state, progress } = work;
  const environment = namedEnvironment(work.workflow, work.job, step);
  const status = runStepScript(work, step, index, contexts, runnerPrograms(work, step, environment));
  const files = commandFiles(index);
  const outputs = readFileCommands(state, files.GITHUB_OUTPUT ?? "");
  const exported = readFileCommands(state, files.GITHUB_ENV ?? "");
  exportTo(work, exported);
  notePaths(work, files.GITHUB_PATH ?? "");
  for (const path of Object.values(files)) state.files.remove(path);
  const failed = (typeof status === "number" && status !== 0) || outputs.isRefused || exported.isRefused;
  const continues = failed && /^\s*(?:\$\{\{\s*true\s*\}\}|true)\s*$/.test(step.continueOnError ?? "");
  noteResult(work, step, {
    outputs: new Map([...outputs.values].map(([name, value]) => [name, expressionValue(value)])),
    hasAllOutputs: outputs.rest === undefined,
    outcome: failed ? "failure" : "success",
    conclusion: failed && !continues ? "failure" : "success",
  });
  if (!failed || continues || progress.results.get("status") !== undefined) return;
  if (state.followsFailures) progress.results.set("status", "failure");
  else {
    progress.results.set("failed", String(index));
    throw new ControlFlow({ kind: "exit", status: status === 0 ? 1 : status });
  }
}

/** What no expression asks for does not tell two ways apart. */
function noteResult({ progress, job }: JobWork, { id }: Step, result: StepResult): void {
  if (id === undefined) return;
  const { source } = job;
  const asksForEnd = source.includes(`${id}.outcome`) || source.includes(`${id}.conclusion`);
  const asksForOutputs = source.includes(`${id}.outputs`) || source.includes("steps[");
  if (!asksForEnd && !asksForOutputs) return;
  progress.steps.set(id, {
    outputs: asksForOutputs ? result.outputs : new Map(),
    hasAllOutputs: asksForOutputs && result.hasAllOutputs,
    outcome: asksForEnd ? result.outcome : undefined,
    conclusion: asksForEnd ? result.conclusion : undefined,
  });
}

/** Folders that a step put in front of `$PATH`. */
function notePaths({ state, progress }: JobWork, file: string): void {
  const { node } = state.files.find(file);
  if (node.kind !== "file" || node.content.length === 0) return;
  const before = progress.results.get("paths");
  const added = foldersIn(node.content).map(knownText);
  const areKnown = added.every((folder) => folder !== undefined);
  const folders = [...added].reverse().concat(before ?? []);
  progress.results.set("paths", areKnown ? folders.join(":") : undefined);
}

/** What a later step finds in its environment. */
function exportTo({ progress, state }: JobWork, { values, rest }: FileCommands): void {
  for (const [name, value] of values) {
    if (/^(?:GITHUB|RUNNER)_/.test(name) || name === "NODE_OPTIONS") continue;
    progress.exports.set(name, { ...UNSET, value });
  }
  if (rest) noteExports(state, rest);
}

/** The programs that gh-aw's scripts run on the runner itself. */
function runnerPrograms(work: JobWork, step: Step, environment: Environment): Program {
  return (call, shell) => {
    const awf = readAwfCall(call);
    if (awf) return runAwf(awf, call, shell, step, environment, work.collector);
    const codex = readCodexInstall(call);
    if (codex !== undefined) {
      call.state.notes.set("codex", codex);
      call.state.notes.set("program codex", "installed");
    }
    const installed = readAwfInstall(call);
    if (installed !== undefined) call.state.notes.set("awf", installed);
    return runGateway(call, environment) ?? runProviderFilter(call, shell) ?? stageThreatDetection(call);
  };
}
