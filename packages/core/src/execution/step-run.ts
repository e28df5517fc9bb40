import {
  createInterpreter,
  isFolder,
  noteAdditions,
  type Program,
  readStartupFiles,
  standIn,
  type Status,
} from "../shell/index.js";
import { type Contexts, substituteScript, substituteText } from "../workflow/expressions/index.js";
import type { Job, Step, Workflow } from "../workflow/index.js";
import { commandFiles } from "./job-progress.js";
import { exportedUnknown } from "./runner.js";
import { choose, setEnvironment } from "./starting-environment.js";
import { shellValue } from "./step-environment.js";
import { defaultShell, enterFolder, shellOf } from "./step-shell.js";
import { createWork, type StepWork } from "./step-work.js";

/** Runs a step's script by itself, without the effects of other steps. */
export function runStepAlone(workflow: Workflow, job: Job, step: Step, program: Program): void {
  const { matrix } = job;
  const work = createWork(workflow, job, matrix.kind === "known" ? matrix.combinations[0] : undefined);
  work.state.ways.outcomesOf(() => {
    runStepScript(work, step, 0, setEnvironment(work, step, 0), program);
  });
}

/** Runs a step's script. A script of a shell that is not modelled may write any file. */
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
  const shell = step.shell ?? job.defaults.shell ?? workflow.defaults.shell ?? defaultShell(job);
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
  if (index >= work.firstWithAddedVariables || exportedUnknown(state)) noteAdditions(state);
  const folder = state.files.find(state.places.get("directory") ?? "/");
  // GitHub does not start a shell in a folder that does not exist.
  if (!isFolder(state, folder)) return 1;
  if (started.options.posix !== true)
    readStartupFiles(state, { isLogin: started.isLogin === true, isInteractive: false }, step.span);
  for (const [option, isOn] of Object.entries(started.options)) state.options.set(option, isOn);
  state.positional.set("", { words: [], script: run.script });
  state.descriptors.set("0", { kind: "nothing" });
  const script = substituteScript(run.script, contexts, {
    standIn: ({ source, truth }) => standIn(source, truth === true),
    pick: (source, count, origin) =>
      choose(state, { source, count, name: nameInStep(source, index), origin }),
  });
  return createInterpreter(program).runScript(script, state);
}

/** The name of a choice between the values of an expression: another step may read other values of variables. */
function nameInStep(source: string, index: number): string {
  return /\b(?:env|job|success|failure|always|cancelled|hashfiles)\b/i.test(source)
    ? `${source} in step ${String(index)}`
    : source;
}
