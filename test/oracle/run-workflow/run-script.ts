import { isAbsolute, join } from "node:path/posix";
import { evaluateText, evaluateValue, type Contexts } from "./expressions.js";
import type { JobState } from "./job-state.js";
import type { StepDefinition } from "./workflow-file.js";

/** The result of a step's shell. */
export interface RanScript {
  readonly exitCode: number;
  readonly output: string;
  readonly script: string | undefined;
}

/** Runs the script of a step with its shell, in its folder. `env`: the step's variables. */
export async function runScript(
  step: StepDefinition,
  index: number,
  job: JobState,
  contexts: Contexts,
  env: Readonly<Record<string, string>>,
): Promise<RanScript> {
  const script = evaluateText(step.run, contexts).replaceAll("\r\n", "\n");
  const shell = evaluateText(step.shell ?? job.defaults.shell, contexts);
  const folder = evaluateText(step.workingDirectory ?? job.defaults.workingDirectory, contexts);
  const name = `step-${index}.sh`;
  await job.control.write(name, script);
  const minutes =
    step.timeoutMinutes === undefined ? 360 : Number(evaluateValue(step.timeoutMinutes, contexts));
  const { status, output } = await job.sandbox.run({
    argv: commandLine(shell).map((word) => word.replaceAll("{0}", `/runner/control/${name}`)),
    environment: stepEnvironment(job, env),
    folder: isAbsolute(folder) ? folder : join(job.workspace, folder),
    seconds: Math.min(minutes * 60, job.maximumSeconds),
  });
  return { exitCode: status, output, script };
}

/** Exported variables cannot override GitHub's own; the search path combines all sources. */
function stepEnvironment(
  job: JobState,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const path = env.PATH ?? job.processEnvironment.PATH ?? "";
  return {
    ...job.processEnvironment,
    ...env,
    ...job.defaultVariables,
    PATH: [...job.paths, path].join(":"),
  };
}

/** As GitHub documents it for `jobs.<job_id>.steps[*].shell`. Throws GitHub's error for a shell without `{0}`. */
function commandLine(shell: string): readonly string[] {
  switch (shell) {
    case "":
      return ["bash", "-e", "{0}"];
    case "bash":
      return ["bash", "--noprofile", "--norc", "-eo", "pipefail", "{0}"];
    case "sh":
      return ["sh", "-e", "{0}"];
    case "python":
      return ["python3", "{0}"];
    case "pwsh":
      return ["pwsh", "-command", ". '{0}'"];
    default:
      if (!shell.includes("{0}")) {
        throw new Error(
          `Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'`,
        );
      }
      return shell.trim().split(/\s+/);
  }
}
