import { choice, known, unknown, type Contexts, type ObjectValue, type Value } from "./expressions/index.js";
import { inputsOf } from "./triggers.js";
import type { Job, MatrixCombination, MatrixValue, Workflow } from "./workflow.js";

/** The result of a step, as in `steps.ID`. */
export interface StepResult {
  readonly outputs: ReadonlyMap<string, Value>;
  /** Whether `outputs` holds every output that the step may have set. */
  readonly hasAllOutputs: boolean;
  /** Before `continue-on-error` applies; `undefined` if not known. */
  readonly outcome: StepOutcome | undefined;
  /** After `continue-on-error` applies; `undefined` if not known. */
  readonly conclusion: StepOutcome | undefined;
}

/** How a step ended, in GitHub's words. */
export type StepOutcome = "success" | "failure" | "skipped";

/** The state of a job that its expressions may read, in addition to the workflow's text. */
export interface JobProgress {
  /** `undefined` if the matrix is not known. */
  readonly combination: MatrixCombination | undefined;
  /** The variables of the context `env`; a missing one is null. */
  readonly env: (name: string) => Value;
  readonly steps: ReadonlyMap<string, StepResult>;
  /** Whether a step failed, without `continue-on-error`; `undefined` if not known. */
  readonly hasFailed: boolean | undefined;
}

/** The contexts of the expressions of a job's steps, in a run that nobody cancels. */
export function jobContexts(workflow: Workflow, job: Job, progress: JobProgress): Contexts {
  return {
    context(name) {
      switch (name) {
        case "env":
          return object(progress.env);
        case "github":
          return object((key) => githubValue(workflow, job, key));
        case "inputs":
          return inputsOf(workflow, "typed");
        case "job":
          return object((key) => (key === "status" ? jobStatus(progress) : unknown(`job.${key}`)));
        case "matrix":
          return matrixValue(progress.combination);
        case "runner":
          return object(runnerValue);
        case "steps":
          return object((id) => stepValue(id, progress.steps));
        case "secrets":
          return object((key) => unknown(`secrets.${key}`, key === "github_token" ? true : undefined));
        default:
          return unknown(name);
      }
    },
    status(name) {
      const { hasFailed } = progress;
      if (name !== "success" && name !== "failure") return known(name === "always");
      return hasFailed === undefined ? unknown(`${name}()`) : known(hasFailed === (name === "failure"));
    },
  };
}

function jobStatus({ hasFailed }: JobProgress): Value {
  if (hasFailed === undefined) return unknown("job.status", true);
  return known(hasFailed ? "failure" : "success");
}

function object(get: (name: string) => Value): ObjectValue {
  return { kind: "object", get: (name) => get(name.toLowerCase()) };
}

/** Members of `github` that the runner always sets. */
const ALWAYS_SET: ReadonlySet<string> = new Set([
  "action_path",
  "actor",
  "env",
  "event_path",
  "output",
  "path",
  "ref",
  "repository",
  "repository_owner",
  "run_id",
  "run_number",
  "sha",
  "state",
  "step_summary",
  "token",
  "workspace",
]);

function githubValue(workflow: Workflow, job: Job, key: string): Value {
  switch (key) {
    case "event_name": {
      const events = workflow.triggers ?? [];
      // A called workflow sees the name of its caller's event.
      const isCalled = events.length === 0 || events.some(({ event }) => event === "workflow_call");
      return isCalled
        ? unknown("github.event_name", true)
        : choice(
            events.map(({ event }) => known(event)),
            "github.event_name",
          );
    }
    case "job":
      return known(job.id);
    case "event":
      return object((member) =>
        member === "inputs" ? inputsOf(workflow, "text") : unknown(`github.event.${member}`),
      );
    default:
      return unknown(`github.${key}`, ALWAYS_SET.has(key) ? true : undefined);
  }
}

/** AWF runs only on Linux. */
function runnerValue(key: string): Value {
  if (key === "os") return known("Linux");
  return unknown(`runner.${key}`, key === "debug" ? undefined : true);
}

function matrixValue(combination: MatrixCombination | undefined): Value {
  if (!combination) return unknown("matrix");
  const values = new Map([...combination].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  return object((key) => {
    const found = values.get(key);
    return found ? valueOfMatrix(found.value, `matrix.${found.name}`) : known(null);
  });
}

function valueOfMatrix(value: MatrixValue, source: string): Value {
  if (typeof value === "string" && value.includes("${{")) return unknown(source);
  if (typeof value !== "object" || value === null) return known(value);
  const members = new Map(
    Object.entries(value).map(([name, member]: [string, MatrixValue]) => [
      name.toLowerCase(),
      { name, member },
    ]),
  );
  return object((key) => {
    const found = members.get(key);
    return found ? valueOfMatrix(found.member, `${source}.${found.name}`) : known(null);
  });
}

function stepValue(id: string, steps: ReadonlyMap<string, StepResult>): Value {
  const result = [...steps].find(([name]) => name.toLowerCase() === id)?.[1];
  // A step that has not run yet, or does not exist.
  if (!result) return known(null);
  return object((key) => {
    switch (key) {
      case "outputs":
        return object((name) => outputValue(id, name, result));
      case "outcome":
      case "conclusion": {
        const ended = result[key];
        return ended === undefined ? unknown(`steps.${id}.${key}`, true) : known(ended);
      }
      default:
        return known(null);
    }
  });
}

function outputValue(id: string, name: string, { outputs, hasAllOutputs }: StepResult): Value {
  const output = [...outputs].find(([key]) => key.toLowerCase() === name)?.[1];
  return output ?? (hasAllOutputs ? known(null) : unknown(`steps.${id}.outputs.${name}`));
}
