import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { linkCommand, runStep } from "./runner.js";
import type { ProcessResult } from "./process-result.js";
import { temporaryFolder } from "./temporary-folder.js";

/** The repository's folder, which is also the action's folder. */
export const actionFolder = fileURLToPath(new URL("../..", import.meta.url));

/** A step of the composite action. */
export interface ActionStep {
  readonly name: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

/** The parts of `action.yml` that tests read. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

/** The composite action, as GitHub reads it. */
export function readAction(): Action {
  return parse(readFileSync(`${actionFolder}/action.yml`, "utf8")) as Action;
}

/** Runs the action's linting step with the compiled command; inputs that are not given have their defaults. */
export function lintByAction(
  cwd: string,
  given: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): ProcessResult {
  const { inputs, runs } = readAction();
  const lint = runs.steps[1]!;
  const variables = Object.entries(lint.env!).map(([variable, expression]) => {
    const [, name = ""] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)!;
    return [variable, given[name] ?? inputs[name]!.default] as const;
  });
  const temp = temporaryFolder();
  linkCommand(join(temp, "gh-aw-lint"));
  return runStep(lint.run, cwd, { ...Object.fromEntries(variables), RUNNER_TEMP: temp, ...env });
}
