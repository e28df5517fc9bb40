import { ask, joinValues, type ShellState, textValue, unknownValue, UNSET } from "../shell/index.js";
import type { Step } from "../workflow/index.js";
import { commandFiles } from "./job-progress.js";
import { exportedUnknown, setRunnerVariables } from "./runner.js";
import { eventName, setVariable, setVariables } from "./step-environment.js";
import { contextsAt, type StepWork } from "./step-work.js";

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
