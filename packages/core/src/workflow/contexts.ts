import { choice, known, unknown, type Contexts, type ObjectValue, type Value } from "./expressions/index.js";
import { inputsOf } from "./triggers.js";
import type { Job, MatrixCombination, MatrixValue, Workflow } from "./workflow.js";

/** What a step ended with, as `steps.ID` has it. */
export interface StepResult {
  readonly outputs: ReadonlyMap<string, Value>;
  /** Whether `outputs` has all that it may have set. */
  readonly hasAllOutputs: boolean;
  /** Before `continue-on-error` applies; `undefined` where it is not known. */
  readonly outcome: StepOutcome | undefined;
  readonly conclusion: StepOutcome | undefined;
}

export type StepOutcome = "success" | "failure" | "skipped";

/** What the expressions of a job may ask for, beside what the workflow says. */
export interface JobProgress {
  /** `undefined` where the matrix is not known. */
  readonly combination: MatrixCombination | undefined;
  /** The variables as `env` has them; a missing one is null. */
  readonly env: (name: string) => Value;
  readonly steps: ReadonlyMap<string, StepResult>;
  /** Whether a step failed, without `continue-on-error`; `undefined` where that is not known. */
  readonly hasFailed: boolean | undefined;
}

/** What the expressions of a job's steps see. A run of a job is looked at that nobody cancels. */
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

/** Paths and such that the runner sets in any case. */
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
      // A workflow that is called has the name of its caller's event.
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

/** AWF runs on Linux alone. */
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
  // A step that did not run yet, or is none.
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
