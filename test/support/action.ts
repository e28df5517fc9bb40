import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The repository's folder, which is the action's, too. */
export const actionFolder = fileURLToPath(new URL("../..", import.meta.url));

export interface ActionStep {
  readonly name: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

/** The composite action, as GitHub reads it. */
export function readAction(): Action {
  return parse(readFileSync(`${actionFolder}/action.yml`, "utf8")) as Action;
}
