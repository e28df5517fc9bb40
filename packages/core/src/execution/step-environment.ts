import {
  expressionOf,
  isNeverEmpty,
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
  soleExpression,
  substituteText,
  text,
  unknown,
  type Value as ExpressionValue,
} from "../workflow/expressions/index.js";
import type { Environment, EnvironmentVariable, Job, Step, Workflow } from "../workflow/index.js";

/** The variables that the workflow file sets for a step; its own take precedence over the job's and the workflow's. */
export function namedEnvironment(workflow: Workflow, job: Job, step: Step): Environment {
  const merged = new Map<string, EnvironmentVariable>();
  const ofContainer = job.container ? [job.container.env] : [];
  for (const environment of [...ofContainer, workflow.env, job.env, step.env]) {
    for (const [name, variable] of environment) merged.set(name, variable);
  }
  return merged;
}

/** Variables that control logging. They do not change what Codex does, so several values count as one unknown value. */
const FOR_LOGS: ReadonlySet<string> = new Set(["RUST_LOG"]);

/** The value of a workflow's variable in a step's shell. If there are several, `pick` chooses one. */
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
  const name = soleExpression(value)?.trim() ?? value;
  const single = isSure ? result.values[pick(name, result.values.length)] : result;
  return shellValue(single ?? unknown(value), location, value);
}

/** The result of an expression as a value of the shell. */
export function shellValue(
  value: ExpressionValue,
  location: { start: number; end: number },
  source: string,
): Value {
  return joinValues(
    partsOfValue(value, source).map((part) =>
      typeof part === "string"
        ? textValue(part, location)
        : unknownValue(unknownExpression(part.source, location, part.truth === true)),
    ),
  );
}

function partsOfValue(value: ExpressionValue, source: string): PartialText {
  if (value.kind === "choice") return [unknown(source)];
  const whole = text(partsOf(value));
  return whole.kind === "text" ? whole.parts : partsOf(value);
}

/** A value of the shell as a value of an expression. */
export function expressionValue(value: Value): ExpressionValue {
  const all = knownText(value);
  if (all !== undefined) return known(all);
  const parts: (string | ReturnType<typeof unknown>)[] = [];
  let position = 0;
  for (const { start, end, unknown: part } of value.guesses) {
    parts.push(
      value.text.text.slice(position, start),
      unknown(expressionOf(part), isNeverEmpty(part) || undefined),
    );
    position = end;
  }
  return text([...parts, value.text.text.slice(position)]);
}

/**
 * Sets the variables of an `env`, whose expressions do not see each other's variables. `settled` caches those that are
 * the same in each step of the job.
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

/** Sets the variables of an `env` that are the same in each step. */
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

/** Contexts and functions whose values may differ from step to step. */
const CHANGES =
  /\b(?:env|steps|job|success|failure|always|cancelled|hashfiles)\b|github(?:\[|\.(?:env|output|path|state|step_summary)\b)/i;

/** An exported variable, built only once if it is the same in each step: most variables are set in every step. */
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

/** `$GITHUB_EVENT_NAME`; `undefined` if several events start the workflow. */
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
 * The index of the first step that may get variables from outside the file: from a third-party action
 * (`hashicorp/vault-action`), or from a script that exports them. `Infinity` if there is none.
 */
export function firstWithAddedVariables({ source, steps }: Job): number {
  if (/\bexportVariable\b/.test(source)) return 0;
  const action = steps.findIndex(({ uses }) => uses !== undefined && !OWN_ACTIONS.test(uses));
  return action === -1 ? Infinity : action + 1;
}

/** Actions of GitHub and gh-aw, which export no credentials. */
const OWN_ACTIONS = /^(actions|github|githubnext)\/|^\.\//;
