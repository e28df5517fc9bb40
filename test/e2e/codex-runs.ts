import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import {
  runWorkflow,
  type CodexRunRecord,
  type StepDefinition,
  type StepRecord,
} from "../oracle/run-workflow/index.js";

/** The input of a Codex run after its job's own scripts ran. */
export interface ObservedRun {
  readonly run: CodexRun;
  /** `undefined`: the scripts did not reach the start of Codex. */
  readonly call: CodexRunRecord | undefined;
  /** Failed steps of the job, up to the one that starts Codex, each with its last line of output. */
  readonly failures: readonly string[];
}

const matters = /config\.toml|CODEX_HOME|GH_AW_CODEX_CONFIG_JSON|awf/;

/** Steps that concern Codex's configuration. Other steps need things that a lock file does not contain. */
function concernsCodex({ run, env }: StepDefinition): boolean {
  return run !== undefined && matters.test(`${run}\n${JSON.stringify(env)}`);
}

/** Runs each job of a lock file that starts Codex, and returns the input of each start, in the file's order. */
export async function observeRuns(text: string): Promise<readonly ObservedRun[]> {
  const workflow = parseWorkflow(text);
  const runs = findCodexRuns(workflow);
  const record = await runWorkflow(text, {
    jobs: [...new Set(runs.map(({ job }) => job.id))],
    filter: concernsCodex,
    ignoresConditions: true,
    // All releases are tried later, so any release will do here.
    preinstalledCodex: "0.0.0",
  });
  const calls = [...record.runs];
  return runs.map((run) => {
    const step = run.job.steps.findIndex(({ span }) => span.start === run.step.span.start);
    const place = calls.findIndex((call) => call.job === run.job.id && call.step === step);
    const [call] = place === -1 ? [] : calls.splice(place, 1);
    const steps = record.jobs.find(({ id }) => id === run.job.id)?.steps ?? [];
    return { run, call, failures: failuresOf(steps, step) };
  });
}

function failuresOf(steps: readonly StepRecord[], last: number): string[] {
  return steps
    .filter(({ index, outcome }) => index <= last && outcome === "failure")
    .map(({ index, name, exitCode, output }) => {
      const step = name ?? `step ${index + 1}`;
      return `step \`${step}\` exits with ${String(exitCode)}: ${lastMessage(output)}`;
    });
}

/** Removes the location and the Node version after an error of Node. */
function lastMessage(output: string): string {
  const lines = output.split("\n").filter((line) => !/^\s*$|^\s+at |^Node\.js v/.test(line));
  return lines.at(-1)?.trim() ?? "";
}
