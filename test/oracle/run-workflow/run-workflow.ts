import { startInternet } from "../codex/codex-sandbox.js";
import type { Sandbox } from "../sandbox/index.js";
import { evaluateCondition, evaluateValue, type Contexts, type Status } from "./expressions.js";
import { addGhAw } from "./gh-aw.js";
import { combinations, type Combination } from "./matrix.js";
import type { CodexRunRecord, JobRecord, WorkflowRecord } from "./record.js";
import { defaultVariables, eventOf, jobContexts, type Event } from "./runner-environment.js";
import { runJob } from "./run-job.js";
import { awfNames, realCodex } from "./real-codex.js";
import { withSandbox, type CodexKind } from "./sandboxes.js";
import { callHandler } from "./stand-ins/call.js";
import { standIns, standInScript } from "./stand-ins/index.js";
import { readWorkflow, type JobDefinition, type StepDefinition, type WorkflowFile } from "./workflow-file.js";

/** What to run, and how. */
export interface RunWorkflowOptions {
  /** A folder with the repository's files, for `actions/checkout`. */
  readonly repository?: string;
  /** The event that starts the workflow. Default: `workflow_dispatch` if the workflow has it, else its first event. */
  readonly event?: string;
  /** Values for the event's inputs, which override their defaults. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The jobs to run. Default: all. */
  readonly jobs?: readonly string[];
  /** Paths in the sandbox whose text is recorded after each step. */
  readonly watched?: readonly string[];
  /**
   * `recorded`, which is fast: Codex itself does not run. `real`: runs the release that npm would have installed, and records
   * its outcome; the first run of a release fetches it from npm.
   */
  readonly codex?: CodexKind;
  /** A preinstalled release of Codex, as in a custom image. */
  readonly preinstalledCodex?: string;
  /** The preinstalled release of AWF, with or without `v`. Default: the newest. */
  readonly awf?: string;
  /** The exit code of Codex if the real one does not run. Default: 0. */
  readonly codexExitCode?: number;
  /** The time limit for a step, in seconds. Default: 60, or 600 with the real Codex. */
  readonly maximumSeconds?: number;
  /** Whether to run a step. Default: all steps run. */
  readonly filter?: (step: StepDefinition) => boolean;
  /**
   * Assumes that the conditions of jobs and steps are met, and continues after a failed step: for compiled workflows, whose
   * conditions depend on the repository and on other jobs.
   */
  readonly ignoresConditions?: boolean;
}

/**
 * Runs a workflow's jobs one after another, as GitHub's runner would, in a sandbox with stand-ins for npm, AWF, `sudo` and
 * Codex, and returns a record. Throws if a sandbox is impossible, or if the text is not a workflow; errors in a job are part
 * of the record.
 */
export async function runWorkflow(text: string, options: RunWorkflowOptions = {}): Promise<WorkflowRecord> {
  const workflow = readWorkflow(text);
  return withSandbox(options.codex ?? "recorded", async (sandbox) => {
    const jobs: JobRecord[] = [];
    const runs: CodexRunRecord[] = [];
    for (const job of inOrder(workflow.jobs)) {
      if (options.jobs && !options.jobs.includes(job.id)) continue;
      jobs.push(...(await runAllOf(job, { workflow, text, sandbox, jobs, runs, options })));
    }
    return { jobs, runs };
  });
}

interface WorkflowState {
  readonly workflow: WorkflowFile;
  readonly text: string;
  readonly sandbox: Sandbox;
  readonly options: RunWorkflowOptions;
  /** The results so far. */
  readonly jobs: readonly JobRecord[];
  readonly runs: CodexRunRecord[];
}

/** All runs of a job; without a matrix, one. */
async function runAllOf(job: JobDefinition, state: WorkflowState): Promise<readonly JobRecord[]> {
  const { workflow, text, options, jobs } = state;
  const event = eventOf(workflow, options.event, options.inputs);
  const contexts = {
    ...jobContexts(defaultVariables(workflow, event, job.id), event, text),
    needs: needsContext(job, jobs),
  };
  const skipped = { id: job.id, matrix: {}, result: "skipped", steps: [], outputs: {}, notes: [] } as const;
  const failed = (error: unknown): JobRecord => {
    if (!(error instanceof Error)) throw error;
    return { ...skipped, result: "failure", notes: [error.message] };
  };
  let all: readonly Combination[];
  try {
    const holds = evaluateCondition(job.condition, contexts, statusBefore(job, workflow, jobs));
    if (!holds && options.ignoresConditions !== true) return [skipped];
    all = combinations(job.matrix === undefined ? undefined : evaluateValue(job.matrix, contexts));
  } catch (error) {
    return [failed(error)];
  }
  if (job.uses !== undefined)
    return [{ ...skipped, result: "success", notes: [`\`${job.uses}\` is not run.`] }];
  const records: JobRecord[] = [];
  for (const [index, matrix] of all.entries()) {
    const strategy = {
      "fail-fast": true,
      "job-index": index,
      "job-total": all.length,
      "max-parallel": all.length,
    };
    records.push(await runOnce(job, matrix, { ...contexts, matrix, strategy }, event, state));
  }
  return records;
}

async function runOnce(
  job: JobDefinition,
  matrix: Combination,
  contexts: Contexts,
  event: Event,
  { workflow, text, sandbox, runs, options }: WorkflowState,
): Promise<JobRecord> {
  const isReal = options.codex === "real";
  let step = 0;
  const handlers = standIns({
    // If the workflow names no key, AWF is assumed to have one from the machine or from an unknown step.
    holdsKey: !/\b(?:OPENAI|CODEX)_API_KEY\b\s*[:=]/.test(text),
    awfVersion: options.awf ?? "latest",
    codexExitCode: options.codexExitCode ?? 0,
    ask: isReal ? realCodex(sandbox) : undefined,
    onRun: (run) => runs.push({ ...run, job: job.id, matrix, step }),
  });
  await sandbox.reset(callHandler(handlers));
  await addGhAw(sandbox, text);
  if (options.preinstalledCodex !== undefined) {
    await sandbox.addText("/usr/local/bin/codex", standInScript(`codex@${options.preinstalledCodex}`), 0o755);
  }
  if (isReal) await startInternet(sandbox, awfNames);
  if (options.repository !== undefined) await sandbox.add("/runner/repository", options.repository);
  return runJob({
    workflow,
    job,
    matrix,
    event,
    contexts,
    sandbox,
    control: sandbox.control,
    maximumSeconds: options.maximumSeconds ?? (isReal ? 600 : 60),
    watched: options.watched ?? [],
    ignoresConditions: options.ignoresConditions ?? false,
    filter: options.filter ?? (() => true),
    onStep: (index) => {
      step = index;
    },
  });
}

function needsContext(
  { needs }: JobDefinition,
  jobs: readonly JobRecord[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    needs.map((id) => {
      const runs = jobs.filter((job) => job.id === id);
      return [
        id,
        {
          result: resultOf(runs),
          outputs: Object.assign({}, ...runs.map(({ outputs }) => outputs)) as unknown,
        },
      ];
    }),
  );
}

/** The results of all jobs that a job needs, directly or indirectly. */
function statusBefore(job: JobDefinition, workflow: WorkflowFile, jobs: readonly JobRecord[]): Status {
  const ids = new Set(job.needs);
  for (const id of ids)
    for (const other of workflow.jobs.find((each) => each.id === id)?.needs ?? []) ids.add(other);
  const results = [...ids].map((id) => resultOf(jobs.filter((each) => each.id === id)));
  if (results.includes("failure")) return "failure";
  return results.includes("skipped") ? "skipped" : "success";
}

function resultOf(runs: readonly JobRecord[]): JobRecord["result"] {
  if (runs.some(({ result }) => result === "failure")) return "failure";
  return runs.length === 0 || runs.every(({ result }) => result === "skipped") ? "skipped" : "success";
}

/** Sorts jobs after those that they need. Jobs that need each other, which GitHub rejects, stay in the file's order. */
function inOrder(jobs: readonly JobDefinition[]): readonly JobDefinition[] {
  const ordered: JobDefinition[] = [];
  let rest = [...jobs];
  while (rest.length > 0) {
    const ids = new Set(rest.map(({ id }) => id));
    const ready = rest.filter(({ needs }) => !needs.some((id) => ids.has(id)));
    ordered.push(...(ready.length > 0 ? ready : rest));
    rest = ready.length > 0 ? rest.filter((job) => !ready.includes(job)) : [];
  }
  return ordered;
}
