import { evaluateCondition, evaluateText, evaluateValue, type Contexts } from "./expressions.js";
import { readOutputCommands, readPaths, readVariables } from "./file-commands.js";
import type { JobState } from "./job-state.js";
import type { StepRecord } from "./record.js";
import { runAction } from "./run-action.js";
import { runScript } from "./run-script.js";
import type { Mapping, StepDefinition } from "./workflow-file.js";

const commandFiles = [
  "GITHUB_ENV",
  "GITHUB_OUTPUT",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
] as const;

/** Runs a step of a job, and updates the job's state for the next step. */
export async function runStep(step: StepDefinition, index: number, job: JobState): Promise<StepRecord> {
  const record = await attempt(step, index, job);
  const { id, outputs, outcome, conclusion } = record;
  if (id !== undefined) job.steps[id] = { outputs, outcome, conclusion };
  if (conclusion === "failure") job.status = "failure";
  job.env = { ...job.env, ...record.exported };
  job.paths = [...record.paths.toReversed(), ...job.paths];
  return record;
}

async function attempt(step: StepDefinition, index: number, job: JobState): Promise<StepRecord> {
  const base = {
    index,
    id: step.id,
    name: step.name,
    script: undefined,
    exitCode: undefined,
    output: "",
    exported: {},
    outputs: {},
    paths: [],
    files: {},
  };
  const files = Object.fromEntries(commandFiles.map((name) => [name, `/runner/control/${name}-${index}`]));
  await Promise.all(commandFiles.map((name) => job.control.write(`${name}-${index}`, "")));
  const contexts = stepContexts(job, files);
  try {
    const env = { ...job.env, ...evaluateVariables(step.env, contexts) };
    const withEnv = { ...contexts, env };
    if (!job.ignoresConditions && !evaluateCondition(step.condition, withEnv, job.status)) {
      return { ...base, outcome: "skipped", conclusion: "skipped" };
    }
    const ran =
      step.uses === undefined
        ? await runScript(step, index, job, withEnv, { ...env, ...files })
        : await runAction(step, job, withEnv);
    const read = await readCommandFiles(job, index, ran.output);
    const outcome = ran.exitCode === 0 && read.error === undefined ? "success" : "failure";
    const tolerated =
      step.continueOnError !== undefined && evaluateValue(step.continueOnError, withEnv) === true;
    return {
      ...base,
      ...ran,
      exported: read.exported,
      outputs: read.outputs,
      paths: read.paths,
      output: read.error === undefined ? ran.output : `${ran.output}${read.error}\n`,
      outcome,
      conclusion: outcome === "failure" && tolerated ? "success" : outcome,
      files: await readWatched(job),
    };
  } catch (error) {
    // An expression that cannot be evaluated fails the step.
    if (!(error instanceof Error)) throw error;
    return { ...base, outcome: "failure", conclusion: "failure", output: error.message };
  }
}

function stepContexts(job: JobState, files: Readonly<Record<string, string>>): Contexts {
  const github = job.contexts.github as Readonly<Record<string, unknown>>;
  return {
    ...job.contexts,
    env: job.env,
    // Only these two exist as properties (`github.env`, `github.path`).
    github: { ...github, env: files.GITHUB_ENV, path: files.GITHUB_PATH },
    job: { status: job.status },
    steps: job.steps,
  };
}

/** The values of an `env` mapping. */
export function evaluateVariables(variables: Mapping, contexts: Contexts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, evaluateText(value, contexts)]),
  );
}

async function readCommandFiles(job: JobState, index: number, output: string) {
  const read = (name: (typeof commandFiles)[number]): Promise<string> => job.control.read(`${name}-${index}`);
  const outputs = readOutputCommands(output);
  const [pathFile, environmentFile, outputFile] = await Promise.all([
    read("GITHUB_PATH"),
    read("GITHUB_ENV"),
    read("GITHUB_OUTPUT"),
  ]);
  const exported = readVariables(environmentFile);
  const written = readVariables(outputFile);
  const error = exported.error ?? written.error;
  return {
    exported: exported.variables,
    outputs: { ...outputs, ...written.variables },
    paths: readPaths(pathFile),
    error: error && `Unable to process file command successfully. ${error}`,
  };
}

async function readWatched(job: JobState): Promise<Readonly<Record<string, string | null>>> {
  if (job.watched.length === 0) return {};
  const script =
    'n=0; for f; do if [ -f "$f" ]; then cat "$f" > "/runner/control/watched-$n"; else rm -f "/runner/control/watched-$n"; fi; n=$((n+1)); done';
  await job.sandbox.run({
    argv: ["/bin/bash", "-pc", script, "watch", ...job.watched],
    environment: { PATH: "/usr/bin:/bin" },
    folder: "/",
    seconds: 60,
  });
  const files: Record<string, string | null> = {};
  for (const [place, path] of job.watched.entries()) {
    files[path] = (await job.control.readIfThere(`watched-${place}`)) ?? null;
  }
  return files;
}
