import {
  ask,
  joinValues,
  type ShellState,
  textValue,
  type Unknown,
  unknownValue,
  UNSET,
  valueOfPath,
  variableSetBy,
} from "../shell/index.js";
import type { Contexts } from "../workflow/expressions/index.js";
import type { Environment, Step } from "../workflow/index.js";
import { commandFiles } from "./job-progress.js";
import { exportedUnknown } from "./runner.js";
import { setRunnerVariables } from "./runner-variables.js";
import { setSettledVariables, setVariable, setVariables } from "./step-environment.js";
import { contextsAt, type StepWork } from "./step-work.js";

const NOWHERE = { start: 0, end: 0 };

/**
 * Sets the variables that are the same in each step, once before the first one. Steps set all their variables anyway,
 * but setting the same value again records no change.
 */
export function setCommonEnvironment(work: StepWork): void {
  const { state } = work;
  setRunnerVariables(state, work.event);
  for (const environment of commonEnvironments(work))
    setSettledVariables(state, work.settled, environment, contextsAt(work, 0));
}

/**
 * Sets the variables that a step starts with: the runner's, the workflow's, the job's, earlier steps', its own. Returns
 * the contexts of the step's expressions.
 */
export function setEnvironment(work: StepWork, step: Step, index: number): Contexts {
  const { state, progress } = work;
  const contexts = contextsAt(work, index);
  setRunnerVariables(state, work.event);
  for (const [name, path] of Object.entries(commandFiles(index)))
    setVariable(state, name, textValue(path, NOWHERE));
  const pick = (source: string, count: number): number =>
    choose(state, { source, count, name: source, origin: NOWHERE });
  const common = commonEnvironments(work);
  for (const environment of common) setVariables(state, work.settled, environment, contexts, pick);
  const unknown = exportedUnknown(state);
  if (unknown)
    forgetEnvironment(state, unknown, [...common.flatMap((each) => [...each.keys()]), "CODEX_HOME", "HOME"]);
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
      origin: NOWHERE,
    });
    setVariable(state, "PATH", joinValues([valueOfPath(state, `${paths}:`), rest]));
  }
  setVariables(state, work.settled, step.env, contexts, pick);
  return contexts;
}

/** The variables that each step of a job gets; later ones take precedence. */
function commonEnvironments({ workflow, job }: StepWork): readonly Environment[] {
  const ofJob = [workflow.env, job.env];
  return job.container ? [job.container.env, ...ofJob] : ofJob;
}

/** Makes variables unknown, because an unmodelled program may have set them. */
function forgetEnvironment(
  state: ShellState,
  unknown: { readonly id: string },
  names: readonly string[],
): void {
  const origin = state.unknowns.get(unknown.id);
  if (!origin) return;
  for (const name of new Set(names)) {
    const value = unknownValue(variableSetBy(origin, name));
    // `$GITHUB_ENV` can set a variable, but cannot unset one of the workflow.
    const mayBeUnset = !state.variables.get(name)?.value;
    state.variables.set(name, { ...UNSET, value, mayBeUnset, isExported: true });
  }
}

/** What is chosen among the values of an expression, or of a text with expressions. */
interface Choice {
  readonly source: string;
  readonly count: number;
  /** Two choices of the same name are the same. */
  readonly name: string;
  readonly origin: Unknown["origin"];
}

/** The index of one of several values: a different one on each way, and the same for the same name. */
export function choose(state: ShellState, { source, count, name, origin }: Choice): number {
  const label = source.includes("${{") ? source : `\${{ ${source} }}`;
  const about = { id: `choice ${name}`, label, what: `\`${label}\``, origin };
  for (let index = 0; index < count - 1; index++)
    if (ask(state, `choice ${name} ${String(index)}`, true, about)) return index;
  return count - 1;
}
