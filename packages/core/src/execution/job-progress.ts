import { isCompiled } from "../gh-aw/index.js";
import {
  type JournaledMap,
  lookUp,
  RUNNER_FILES,
  type ShellState,
  unknownValue,
  type Variable,
  VARIABLES,
} from "../shell/index.js";
import { type Contexts, known, text, unknown, type Value } from "../workflow/expressions/index.js";
import {
  type Job,
  jobContexts,
  type MatrixCombination,
  type StepResult,
  type Workflow,
} from "../workflow/index.js";
import { exportedUnknown } from "./runner.js";
import { RUNNER_TEMP } from "./runner-folders.js";
import { expressionValue } from "./step-environment.js";

/** What a job's steps pass on to later steps, in addition to files. */
export interface JobProgress {
  /** The results of steps, by the step's id. */
  readonly steps: JournaledMap<StepResult>;
  /**
   * `status`: `failure` once a step failed, `unknown` if one may have. `paths`: folders that steps added to `$PATH`.
   */
  readonly results: JournaledMap<string>;
  /** The variables that steps wrote to `$GITHUB_ENV`, by name. */
  readonly exports: JournaledMap<Variable>;
}

/** The progress of a job before its first step. */
export function createProgress(state: ShellState): JobProgress {
  return {
    steps: state.journal.createMap<StepResult>({
      signature: ({ outcome, conclusion, outputs, hasAllOutputs }) =>
        [
          outcome,
          conclusion,
          hasAllOutputs,
          ...[...outputs].map(([name, value]) => `${name}=${signature(value)}`),
        ].join("\0"),
      join: () => ({ outputs: new Map(), hasAllOutputs: false, outcome: undefined, conclusion: undefined }),
    }),
    exports: state.journal.createMap<Variable>(VARIABLES),
    results: state.journal.createMap<string>({
      signature: (result) => result,
      join: (_, key) => (key === "status" ? "unknown" : undefined),
    }),
  };
}

function signature(value: Value): string {
  switch (value.kind) {
    case "known":
      return `=${value.data.coerceString()}`;
    case "text":
      return value.parts.map((part) => (typeof part === "string" ? part : `?${part.source}`)).join("");
    case "unknown":
      return `?${value.source}`;
    default:
      return value.kind;
  }
}

/** The paths of a step's command files, by variable. Each step has its own. */
export function commandFiles(index: number): Readonly<Record<string, string>> {
  const folder = `${RUNNER_TEMP}/${RUNNER_FILES}`;
  return {
    GITHUB_ENV: `${folder}/set_env_${String(index)}`,
    GITHUB_OUTPUT: `${folder}/set_output_${String(index)}`,
    GITHUB_PATH: `${folder}/add_path_${String(index)}`,
    GITHUB_STATE: `${folder}/save_state_${String(index)}`,
    GITHUB_STEP_SUMMARY: `${folder}/step_summary_${String(index)}`,
  };
}

/** The contexts of a step's expressions, with the runner's own paths, which are known. */
export function contextsOf(
  workflow: Workflow,
  job: Job,
  combination: MatrixCombination | undefined,
  state: ShellState,
  progress: JobProgress,
  index: number,
): Contexts {
  const steps = new Map(
    progress.steps.keys().flatMap((id) => {
      const result = progress.steps.get(id);
      return result ? [[id, result] as const] : [];
    }),
  );
  const ofFile = [workflow.env, job.env, job.steps[index]?.env ?? new Map<string, never>()];
  // The runner's own variables and those of the job's container are not in the context (GitHub's documentation).
  const isInEnvContext = (name: string): boolean =>
    exportedUnknown(state) !== undefined ||
    [...ofFile, progress.exports].some((each) => [...each.keys()].some((key) => key.toLowerCase() === name));
  const contexts = jobContexts(workflow, job, {
    combination,
    env: (name) => (isInEnvContext(name) ? variableAsExpression(state, name) : known(null)),
    steps,
    hasFailed: hasFailed(progress),
  });
  const files = commandFiles(index);
  return {
    status: contexts.status,
    context(name) {
      const context = contexts.context(name);
      if (context.kind !== "object") return context;
      if (name === "github") {
        return {
          kind: "object",
          get(key) {
            const file = files[`GITHUB_${key.toUpperCase()}`];
            if (file !== undefined && ["env", "output", "path", "state", "step_summary"].includes(key))
              return known(file);
            return key === "workspace" ? WORKSPACE_PATH : context.get(key);
          },
        };
      }
      if (name === "steps" && isCompiled(workflow)) {
        // gh-aw never reads a step that it does not write: a missing step was removed from the file.
        return {
          kind: "object",
          get: (key) => (hasStep(job, key) ? context.get(key) : unknown(`steps.${key}`)),
        };
      }
      if (name === "runner")
        return { kind: "object", get: (key) => (key === "temp" ? known(RUNNER_TEMP) : context.get(key)) };
      return context;
    },
  };
}

function hasFailed({ results }: JobProgress): boolean | undefined {
  const status = results.get("status");
  return status === "unknown" ? undefined : status === "failure";
}

function hasStep({ steps }: Job, id: string): boolean {
  return steps.some((step) => step.id?.toLowerCase() === id.toLowerCase());
}

const WORKSPACE_PATH: Value = text([
  "/home/runner/work/",
  unknown("value distinct repository", true),
  "/",
  unknown("value distinct repository", true),
]);

function variableAsExpression(state: ShellState, name: string): Value {
  const exact = state.variables.keys().find((key) => key.toLowerCase() === name) ?? name;
  const held = lookUp(state, exact);
  switch (held.kind) {
    case "set":
      return expressionValue(held.value);
    case "unset":
      return known(null);
    case "unknown":
      return state.variables.get(exact) ? expressionValue(unknownValue(held.unknown)) : known(null);
  }
}
