import { isCompiled } from "../gh-aw/index.js";
import {
  ask,
  createInterpreter,
  GivenUp,
  isFolder,
  joinValues,
  noteAdditions,
  type Program,
  type ShellState,
  standIn,
  type Status,
  textValue,
  unknownValue,
  UNSET,
  type Variable,
} from "../shell/index.js";
import { type Contexts, substituteScript, substituteText } from "../workflow/expressions/index.js";
import type { EnvironmentVariable, Job, MatrixCombination, Step, Workflow } from "../workflow/index.js";
import { commandFiles, contextsOf, createProgress, type JobProgress } from "./job-progress.js";
import { createRunner, exportedUnknown, goesOnAfterFailure, setRunnerVariables } from "./runner.js";
import { enterFolder, shellOf } from "./step-shell.js";
import { eventName, mayAddVariables, setVariable, setVariables, shellValue } from "./step-environment.js";

/** Where a step of a job runs. */
export interface StepWork {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly combination: MatrixCombination | undefined;
  readonly state: ShellState;
  readonly progress: JobProgress;
  /** Variables of the file that are the same in each step, whatever the steps do. */
  readonly settled: Map<EnvironmentVariable, Variable>;
}

/** A job on a runner of its own, before its first step. */
export function createWork(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
): StepWork {
  const isCompiledFile = isCompiled(workflow);
  const state = createRunner(isCompiledFile, !isCompiledFile && goesOnAfterFailure(job));
  return { workflow, job, combination, state, progress: createProgress(state), settled: new Map() };
}

export function contextsAt(
  { workflow, job, combination, state, progress }: StepWork,
  index: number,
): Contexts {
  return contextsOf(workflow, job, combination, state, progress, index);
}

/** Runs a step's script by itself, for what its commands say; what other steps do is not known. */
export function runStepAlone(workflow: Workflow, job: Job, step: Step, program: Program): void {
  const { matrix } = job;
  const work = createWork(workflow, job, matrix.kind === "known" ? matrix.combinations[0] : undefined);
  try {
    work.state.ways.outcomesOf(() => {
      setEnvironment(work, step, 0);
      runStepScript(work, step, 0, contextsAt(work, 0), program);
    });
  } catch (error) {
    // More commands than any step has: what it did so far is all that is looked at.
    if (!(error instanceof GivenUp)) throw error;
  }
}

/** Sets the variables with which a step starts: the runner's, the workflow's, the job's, other steps', its own. */
export function setEnvironment(work: StepWork, step: Step, index: number): void {
  const { workflow, job, state, progress } = work;
  const files = commandFiles(index);
  setRunnerVariables(state, files);
  const event = eventName(contextsAt(work, index));
  if (event !== undefined) setVariable(state, "GITHUB_EVENT_NAME", textValue(event, { start: 0, end: 0 }));
  const pick = (source: string, count: number): number => choose(state, source, count);
  for (const environment of [workflow.env, job.env])
    setVariables(state, work.settled, environment, contextsAt(work, index), pick);
  const unknown = exportedUnknown(state);
  if (unknown)
    forgetEnvironment(state, unknown, [...workflow.env.keys(), ...job.env.keys(), "CODEX_HOME", "HOME"]);
  for (const name of progress.exports.keys()) {
    const exported = progress.exports.get(name);
    if (exported) state.variables.set(name, { ...exported, isExported: true });
  }
  const paths = progress.results.get("paths");
  if (paths !== undefined) {
    const rest = unknownValue({
      id: "PATH",
      label: "${PATH}",
      what: "`$PATH`",
      origin: { start: 0, end: 0 },
    });
    setVariable(state, "PATH", joinValues([textValue(`${paths}:`, { start: 0, end: 0 }), rest]));
  }
  setVariables(state, work.settled, step.env, contextsAt(work, index), pick);
}

/** A program that is not modelled may have set any variable. */
function forgetEnvironment(
  state: ShellState,
  unknown: { readonly id: string },
  names: readonly string[],
): void {
  const origin = state.unknowns.get(unknown.id);
  if (!origin) return;
  for (const name of new Set(names)) {
    const value = unknownValue({ ...origin, id: `${origin.id} ${name}`, label: `\${${name}}` });
    // GitHub's file can set a variable, but not unset one that the workflow has.
    const mayBeUnset = !state.variables.get(name)?.value;
    state.variables.set(name, { ...UNSET, value, mayBeUnset, isExported: true });
  }
}

/** One of several values: on each way another one, and the same for the same expression. */
function choose(state: ShellState, source: string, count: number): number {
  const about = {
    id: `choice ${source}`,
    label: source,
    what: `\`${source}\``,
    origin: { start: 0, end: 0 },
  };
  for (let index = 0; index < count - 1; index++)
    if (ask(state, `choice ${source} ${String(index)}`, true, about)) return index;
  return count - 1;
}

/** Runs a step's script, if it is one of a shell that is modelled; else it may do anything. */
export function runStepScript(
  work: StepWork,
  step: Step,
  index: number,
  contexts: Contexts,
  program: Program,
): Status {
  const { state, workflow, job } = work;
  const { run } = step;
  if (!run) return 0;
  const shell = step.shell ?? job.defaults.shell ?? workflow.defaults.shell;
  const started = shellOf(shell);
  const files = commandFiles(index);
  for (const path of Object.values(files))
    state.files.put(path, { kind: "file", content: [], isExecutable: false });
  if (started === undefined) {
    state.files.taintAll({
      id: `shell ${String(step.span.start)}`,
      label: shell ?? "",
      what: `a script of \`${shell ?? ""}\``,
      origin: { start: step.span.start, end: step.span.start },
    });
    return 0;
  }
  const written =
    step.workingDirectory ?? job.defaults.workingDirectory ?? workflow.defaults.workingDirectory;
  enterFolder(
    state,
    written === undefined ? undefined : shellValue(substituteText(written, contexts), step.span, written),
  );
  if (mayAddVariables(job, step) || exportedUnknown(state)) noteAdditions(state);
  const folder = state.files.find(state.places.get("directory") ?? "/");
  // GitHub does not start a shell in a folder that is not there.
  if (!isFolder(state, folder)) return 1;
  for (const [option, isOn] of Object.entries(started.options)) state.options.set(option, isOn);
  state.positional.set("", { words: [], script: run.script });
  state.descriptors.set("0", { kind: "nothing" });
  const script = substituteScript(run.script, contexts, ({ source }) => standIn(source));
  return createInterpreter(program).runScript(script, state);
}
