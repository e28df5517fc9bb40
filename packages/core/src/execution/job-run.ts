import { isCompiled } from "../gh-aw/index.js";
import {
  applyDelta,
  ControlFlow,
  inSubshell,
  mayGoOn,
  refill,
  type ListWatch,
  type Program,
} from "../shell/index.js";
import { type Contexts, evaluateCondition } from "../workflow/expressions/index.js";
import type { Environment, Job, MatrixCombination, Step, Workflow } from "../workflow/index.js";
import { runAction } from "./actions.js";
import { askCondition, assumeCondition, continuesOnError } from "./ask-condition.js";
import { type Checkpoint, needsCheckpoint, keep, startOf } from "./checkpoints.js";
import { readFileCommands } from "./file-commands.js";
import { contextsOfCondition, isSkipped } from "./job-results.js";
import { commandFiles } from "./job-progress.js";
import { combinationsOf } from "./matrix-combinations.js";
import { expressionValue, namedEnvironment } from "./step-environment.js";
import { exportTo, notePaths, noteResult, SKIPPED } from "./step-results.js";
import { setCommonEnvironment, setEnvironment } from "./starting-environment.js";
import { runStepScript } from "./step-run.js";
import { contextsAt, createWork, type OutputOfJob, type StepWork } from "./step-work.js";

/** The programs that the scripts of a job may start, in addition to those of the shell's model. */
export interface JobPrograms {
  /** The program model for a step with these variables. */
  programOf(step: Step, environment: Environment): Program;
  /** Whether AWF was started. */
  hasStartedAwf(): boolean;
  /** Called on each way when the job has ended, with the contexts of its expressions. */
  ended?(contexts: Contexts): void;
}

/** A job that is being run. */
interface JobWork extends StepWork {
  readonly programs: JobPrograms;
}

/** How many commands of a step are followed even if steps before it had too many. */
const STEP_COMMANDS = 2000;

/** How many, if there were many such steps. */
const MIN_STEP_COMMANDS = 50;

/** Runs a job's steps in order, as far as they are known, once for each combination of its matrix. */
export function runJob(
  workflow: Workflow,
  job: Job,
  createPrograms: () => JobPrograms,
  outputOf?: OutputOfJob,
): void {
  for (const combination of combinationsOf(workflow, job, outputOf))
    runCombination(workflow, job, combination, createPrograms(), outputOf);
}

function runCombination(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
  programs: JobPrograms,
  outputOf: OutputOfJob | undefined,
): void {
  const start = startOf(workflow, job, combination);
  const step = start
    ? { ...start.known.work, workflow, job }
    : createWork(workflow, job, combination, outputOf);
  const work: JobWork = { ...step, programs };
  const { ways, journal, budget } = work.state;
  if (start) {
    journal.undo(start.known.mark);
    Object.assign(budget, start.checkpoint.budget);
  }
  const checkpoints: Checkpoint[] = [];
  if (!start) keep({ work: step, mark: journal.mark(), checkpoints });
  let outcomes = ways.outcomesOf(() => {
    const contexts = contextsAt(work, 0);
    const before = contextsOfCondition(workflow, job, contexts);
    if (isSkipped(workflow, job) || evaluateCondition(job.condition, before) === false) return;
    if (!isCompiled(workflow)) assumeCondition(work.state, job, contexts);
    setCommonEnvironment(work);
    runSteps(work, start?.checkpoint.index ?? 0, {
      start: start?.checkpoint.ways,
      reach([index, next], waysTo) {
        if (
          !start &&
          index > 0 &&
          !programs.hasStartedAwf() &&
          needsCheckpoint(work, next, checkpoints.length)
        )
          checkpoints.push({ index, ways: waysTo(), budget: { ...budget } });
      },
    });
    programs.ended?.(contextsAt(work, job.steps.length));
  });
  // A failure on only some ways counts as an accident. A job that fails on all ways continues with the steps whose
  // conditions allow for failures.
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
}

function runSteps(work: JobWork, first: number, watch?: ListWatch<readonly [number, Step]>): void {
  const { workflow, job, state } = work;
  const last = isCompiled(workflow) ? job.steps.findLastIndex(mayStartAwf) : job.steps.length;
  const steps = [...job.steps.entries()].slice(first, last + 1);
  state.ways.runEachThatGoesOn(
    steps,
    ([index, step]) => {
      runStep(work, step, index);
    },
    {
      start: watch?.start,
      reach(step, waysTo) {
        refill(state.budget, STEP_COMMANDS, MIN_STEP_COMMANDS);
        watch?.reach(step, waysTo);
      },
    },
  );
}

/** Whether a step of a compiled file may start AWF with a command; steps after the last such step do not matter. */
function mayStartAwf({ run }: Step): boolean {
  return (
    run?.source.includes("awf") === true &&
    (/(?:^|\s)--(?:\s|$)/m.test(run.source) || /codex/i.test(run.source))
  );
}

/** Runs a step in a shell of its own, which leaves only files and what GitHub passes on. */
function runStep(work: JobWork, step: Step, index: number): void {
  const { state } = work;
  inSubshell(state, () => {
    const contexts = setEnvironment(work, step, index);
    const known = evaluateCondition(step.condition, contexts);
    if (step.uses !== undefined && known !== false) {
      // Everything that the action may write becomes unknown, whether or not it runs.
      runAction(work, step, contexts);
      const outcome = known === true ? "success" : undefined;
      noteResult(work, step, { outputs: new Map(), hasAllOutputs: false, outcome, conclusion: outcome });
    } else if (!(known ?? askCondition(state, step, contexts))) noteResult(work, step, SKIPPED);
    else if (step.run) runScriptStep(work, step, index, contexts);
  });
}

function runScriptStep(work: JobWork, step: Step, index: number, contexts: Contexts): void {
  const { state, progress } = work;
  const environment = namedEnvironment(work.workflow, work.job, step);
  const status = runStepScript(work, step, index, contexts, work.programs.programOf(step, environment));
  const files = commandFiles(index);
  const outputs = readFileCommands(state, files.GITHUB_OUTPUT ?? "");
  const exported = readFileCommands(state, files.GITHUB_ENV ?? "");
  exportTo(work, exported);
  notePaths(work, files.GITHUB_PATH ?? "");
  // Dropped instead of removed, so that this way does not differ from one that skips the step. No other step has these
  // files.
  for (const path of Object.values(files)) state.files.forget(path);
  const succeeds = typeof status === "number" ? status === 0 : mayGoOn(state, status);
  const failed = !succeeds || outputs.isRefused || exported.isRefused;
  const continues = failed && continuesOnError(state, step, contexts);
  noteResult(work, step, {
    outputs: new Map([...outputs.values].map(([name, value]) => [name, expressionValue(value)])),
    hasAllOutputs: outputs.rest === undefined && !step.hasOtherOutputs,
    outcome: failed ? "failure" : "success",
    conclusion: failed && !continues ? "failure" : "success",
  });
  if (!failed || continues || progress.results.get("status") === "failure") return;
  if (state.followsFailures) progress.results.set("status", "failure");
  else {
    progress.results.set("failed", String(index));
    throw new ControlFlow({ kind: "exit", status: status === 0 ? 1 : status });
  }
}
