import {
  expressionOf,
  joinValues,
  knownText,
  mappedValue,
  scalar,
  type ShellState,
  textValue,
  unknownExpression,
  unknownValue,
  type Value,
  type Variable,
} from "../shell/index.js";
import {
  type Contexts,
  hasExpressions,
  known,
  type PartialText,
  partsOf,
  substituteText,
  text,
  unknown,
  type Value as ExpressionValue,
} from "../workflow/expressions/index.js";
import type { Environment, EnvironmentVariable, Job, Step, Workflow } from "../workflow/index.js";

/** The variables that the workflow file gives a step; its own win over the job's and the workflow's. */
export function namedEnvironment(workflow: Workflow, job: Job, step: Step): Environment {
  const merged = new Map<string, EnvironmentVariable>();
  for (const environment of [workflow.env, job.env, step.env]) {
    for (const [name, variable] of environment) merged.set(name, variable);
  }
  return merged;
}

/** Variables that say what a program logs. Whatever they hold, Codex does the same: that one is not known is enough. */
const FOR_LOGS: ReadonlySet<string> = new Set(["RUST_LOG"]);

/** A variable of the workflow as a step's shell gets it. Where it is one of several, `pick` takes one of them. */
export function variableValue(
  variable: EnvironmentVariable,
  contexts: Contexts,
  pick: (source: string, count: number) => number,
): Value {
  const { value } = variable;
  const location = variable.keySpan;
  if (!hasExpressions(value)) {
    return variable.text.text === value ? mappedValue(variable.text) : textValue(value, location);
  }
  const result = substituteText(value, contexts);
  const isSure =
    result.kind === "choice" &&
    result.values.every(({ kind }) => kind === "known") &&
    !FOR_LOGS.has(variable.name);
  const single = isSure ? result.values[pick(value, result.values.length)] : result;
  return shellValue(single ?? unknown(value), location, value);
}

/** What an expression gives, as the shell has it. */
export function shellValue(
  value: ExpressionValue,
  location: { start: number; end: number },
  source: string,
): Value {
  return joinValues(
    partsOfValue(value, source).map((part) =>
      typeof part === "string"
        ? textValue(part, location)
        : unknownValue(unknownExpression(part.source, location)),
    ),
  );
}

function partsOfValue(value: ExpressionValue, source: string): PartialText {
  if (value.kind === "choice") return [unknown(source)];
  const whole = text(partsOf(value));
  return whole.kind === "text" ? whole.parts : partsOf(value);
}

/** A variable of the shell as an expression has it. */
export function expressionValue(value: Value): ExpressionValue {
  const all = knownText(value);
  if (all !== undefined) return known(all);
  const parts: (string | ReturnType<typeof unknown>)[] = [];
  let position = 0;
  for (const { start, end, unknown: part } of value.guesses) {
    parts.push(value.text.text.slice(position, start), unknown(expressionOf(part)));
    position = end;
  }
  return text([...parts, value.text.text.slice(position)]);
}

/**
 * Sets exported variables, none of which sees another one of the same `env`. `settled` holds those that are the same in
 * each step of the job.
 */
export function setVariables(
  state: ShellState,
  settled: Map<EnvironmentVariable, Variable>,
  environment: Environment,
  contexts: Contexts,
  pick: (source: string, count: number) => number,
): void {
  const variables = [...environment.values()].map(
    (variable) => [variable.name, exportedVariable(variable, contexts, pick, settled)] as const,
  );
  for (const [name, variable] of variables) state.variables.set(name, variable);
}

/** Sets those of an environment that are the same in each step. */
export function setSettledVariables(
  state: ShellState,
  settled: Map<EnvironmentVariable, Variable>,
  environment: Environment,
  contexts: Contexts,
): void {
  for (const variable of environment.values()) {
    exportedVariable(variable, contexts, () => 0, settled);
    const same = settled.get(variable);
    if (same) state.variables.set(variable.name, same);
  }
}

/** What an expression asks for that may be another thing in each step. */
const CHANGES =
  /\b(?:env|steps|job|success|failure|always|cancelled|hashfiles)\b|github(?:\[|\.(?:env|output|path|state|step_summary)\b)/i;

/** A variable, made once where it is the same in each step: most of the model's variables are set again and again. */
function exportedVariable(
  variable: EnvironmentVariable,
  contexts: Contexts,
  pick: (source: string, count: number) => number,
  settled: Map<EnvironmentVariable, Variable>,
): Variable {
  const known = settled.get(variable);
  if (known) return known;
  let mayDiffer = hasExpressions(variable.value) && CHANGES.test(variable.value);
  const value = variableValue(variable, contexts, (source, count) => {
    mayDiffer = true;
    return pick(source, count);
  });
  const made = scalar(value, true);
  if (!mayDiffer) settled.set(variable, made);
  return made;
}

/** `$GITHUB_EVENT_NAME`, where one event alone starts the workflow. */
export function eventVariable({ context }: Contexts): Variable | undefined {
  const github = context("github");
  const name = github.kind === "object" ? github.get("event_name") : github;
  return name.kind === "known"
    ? scalar(textValue(name.data.coerceString(), { start: 0, end: 0 }), true)
    : undefined;
}

/** Sets an exported variable. */
export function setVariable(state: ShellState, name: string, value: Value): void {
  state.variables.set(name, scalar(value, true));
}

/**
 * The index of the first step that may find variables in its environment that the file does not show: from an action of
 * somebody else (`hashicorp/vault-action`), or from a script that exports them. `Infinity` where none does.
 */
export function firstWithAddedVariables({ source, steps }: Job): number {
  if (/\bexportVariable\b/.test(source)) return 0;
  const action = steps.findIndex(({ uses }) => uses !== undefined && !OWN_ACTIONS.test(uses));
  return action === -1 ? Infinity : action + 1;
}

/** Whether a job has a runner of one's own, whose programs may have variables of any name, also where `sudo` starts them. */
export function isSelfHosted({ source }: Job): boolean {
  return /\bself-hosted\b/.test(source);
}

/** Those of GitHub and gh-aw export no credential. */
const OWN_ACTIONS = /^(actions|github|githubnext)\/|^\.\//;
