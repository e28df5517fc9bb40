import type { Sandbox } from "../sandbox/index.js";
import { workspace, type ControlFolder } from "../sandbox/index.js";
import { evaluateText, type Contexts, type Status } from "./expressions.js";
import type { JobState } from "./job-state.js";
import type { Combination } from "./matrix.js";
import type { JobRecord, StepRecord } from "./record.js";
import { defaultVariables, processEnvironment, type Event } from "./runner-environment.js";
import { evaluateVariables, runStep } from "./run-step.js";
import { mapping, type JobDefinition, type StepDefinition, type WorkflowFile } from "./workflow-file.js";

/** One run of a job: with a matrix, one of its combinations. */
export interface JobRun {
  readonly workflow: WorkflowFile;
  readonly job: JobDefinition;
  readonly matrix: Combination;
  readonly event: Event;
  readonly contexts: Contexts;
  readonly sandbox: Sandbox;
  readonly control: ControlFolder;
  readonly maximumSeconds: number;
  readonly watched: readonly string[];
  readonly ignoresConditions: boolean;
  /** Whether to run a step. */
  readonly filter: (step: StepDefinition) => boolean;
  /** Called with the index of each step before it runs. */
  readonly onStep: (index: number) => void;
}

/** Runs the steps of one run of a job in a fresh sandbox. */
export async function runJob(run: JobRun): Promise<JobRecord> {
  const { workflow, job, matrix, event, contexts } = run;
  const defaults = {
    // GitHub's default in a container (actions/runner #1533).
    shell: job.defaults.shell ?? workflow.defaults.shell ?? (job.container === undefined ? undefined : "sh"),
    workingDirectory: job.defaults.workingDirectory ?? workflow.defaults.workingDirectory,
  };
  const withWorkflowEnv = { ...contexts, env: evaluateVariables(workflow.env, contexts) };
  const state: JobState = {
    sandbox: run.sandbox,
    control: run.control,
    workspace,
    contexts,
    defaults,
    processEnvironment: {
      ...processEnvironment(),
      ...evaluateVariables(mapping(mapping(job.container).env), contexts),
    },
    defaultVariables: defaultVariables(workflow, event, job.id),
    env: { ...withWorkflowEnv.env, ...evaluateVariables(job.env, withWorkflowEnv) },
    paths: [],
    steps: {},
    notes: [],
    status: "success" satisfies Status,
    maximumSeconds: run.maximumSeconds,
    watched: run.watched,
    ignoresConditions: run.ignoresConditions,
  };
  if (job.container !== undefined) state.notes.push("The job's container is not the sandbox.");
  await run.control.write("event.json", JSON.stringify({ inputs: event.inputs }));
  const steps: StepRecord[] = [];
  for (const [index, step] of job.steps.entries()) {
    if (!run.filter(step)) continue;
    run.onStep(index);
    steps.push(await runStep(step, index, state));
  }
  const outputContexts = { ...contexts, steps: state.steps, env: state.env };
  const outputs = Object.entries(job.outputs).map(([name, value]) => [
    name,
    evaluateText(value, outputContexts),
  ]);
  return {
    id: job.id,
    matrix,
    steps,
    notes: state.notes,
    result: state.status === "failure" ? "failure" : "success",
    outputs: Object.fromEntries(outputs) as Record<string, string>,
  };
}
