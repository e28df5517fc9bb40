import type { Environment, Job, Step, Workflow } from "@gh-aw-lint/core";
import { evaluateExpressions, type Contexts } from "./expressions.js";

/** A step as the runner runs it. */
export interface JobStep {
  /** The step's place in its job, from 0. */
  readonly index: number;
  readonly name: string;
  readonly script: string;
  /** The command line that runs the script, `{0}` in the place of its path. */
  readonly shell: string;
  /** From the workflow and the job: what earlier steps export wins over it. */
  readonly outerEnvironment: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

const matters = /config\.toml|CODEX_HOME|GH_AW_CODEX_CONFIG_JSON|awf/;

/** The steps of a job that have to do with Codex's configuration; conditions are taken to hold. */
export function jobSteps(workflow: Workflow, job: Job, contexts: Contexts): readonly JobStep[] {
  const values = (environment: Environment): Record<string, string> =>
    Object.fromEntries(
      [...environment.values()].map(({ name, value }) => [name, evaluateExpressions(value, contexts)]),
    );
  const outerEnvironment = { ...values(workflow.env), ...values(job.env) };
  return job.steps.flatMap((step, index) => {
    if (!step.run || !matters.test(textOf(step))) return [];
    return {
      ...{ index, name: step.name ?? `step ${index + 1}` },
      script: evaluateExpressions(step.run.source, contexts),
      shell: commandLine(step.shell),
      ...{ outerEnvironment, environment: values(step.env) },
    };
  });
}

function textOf({ run, env }: Step): string {
  return [run?.source, ...[...env.values()].flatMap(({ name, value }) => [name, value])].join("\n");
}

/** As GitHub documents it for `jobs.<job_id>.steps[*].shell`. */
function commandLine(shell: string | undefined): string {
  switch (shell) {
    case undefined:
      return "bash -e {0}";
    case "bash":
      return "bash --noprofile --norc -eo pipefail {0}";
    case "sh":
      return "sh -e {0}";
    default:
      return shell;
  }
}
