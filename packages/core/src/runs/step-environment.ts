import { readFile, type Files } from "../shell/index.js";
import type { Environment, EnvironmentVariable, Job, Step, Workflow } from "../workflow/index.js";

/** The variables that the workflow file gives a step; its own win over the job's and the workflow's. */
export function namedEnvironment(workflow: Workflow, job: Job, step: Step): Environment {
  const merged = new Map<string, EnvironmentVariable>();
  for (const environment of [workflow.env, job.env, step.env]) {
    for (const [name, variable] of environment) merged.set(name, variable);
  }
  return merged;
}

/** All variables with which a step's script starts, those that earlier steps wrote to `$GITHUB_ENV` included. */
export function stepVariables(
  workflow: Workflow,
  job: Job,
  step: Step,
  files: Files,
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const add = (environment: Environment): void => {
    const outer = new Map(variables);
    for (const { name, value } of environment.values()) variables.set(name, fillIn(value, outer));
  };
  add(workflow.env);
  add(job.env);
  for (const [name, value] of exportedVariables(files)) variables.set(name, value);
  add(step.env);
  return variables;
}

/** `${{ env.NAME }}` is the variable as it is outside of the step. */
function fillIn(value: string, outer: ReadonlyMap<string, string>): string {
  return value.replace(
    /\$\{\{\s*env\.([A-Za-z_]\w*)\s*\}\}/g,
    (expression, name: string) => outer.get(name) ?? expression,
  );
}

/** The lines `NAME=value` that steps appended to the file `$GITHUB_ENV`, where it is sure that they did. */
function exportedVariables(files: Files): readonly (readonly [name: string, value: string])[] {
  const alternatives = readFile(files, "${GITHUB_ENV}");
  const [content] = alternatives;
  if (alternatives.length !== 1 || content === undefined) return [];
  const text = content.map((part) => (part.kind === "known" ? part.expanded.text.text : "\n")).join("");
  return text.split("\n").flatMap((line) => {
    const equals = line.indexOf("=");
    return equals > 0 ? [[line.slice(0, equals), line.slice(equals + 1)] as const] : [];
  });
}
