import { awfChanges, lacksChange, OPENAI_PORT, servesPort } from "../awf/index.js";
import type { CodexRun } from "./codex-run.js";

const PLACEHOLDERS = ["OPENAI_API_KEY", "CODEX_API_KEY"] as const;

/**
 * The variables that Codex finds in AWF's container: those that AWF hands on, then those that AWF sets itself, then
 * those that the container's commands set. The values are those of the lock file where it has them.
 */
export function containerVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awf.buildsLocally ? undefined : run.awfVersion, run);
}

/** Those that it has in any case: an AWF that is built from a checkout may be as old as the version that is named. */
export function certainVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awfVersion, run);
}

function variablesBy(awfVersion: string | undefined, run: CodexRun): ReadonlyMap<string, string> {
  const variables = new Map(run.handedOn);
  if (run.apiProxy.on && servesPort(run.credentials, OPENAI_PORT) !== false) {
    for (const [name, value] of proxyVariables(awfVersion)) variables.set(name, value);
  }
  for (const [name, value] of run.ownVariables) variables.set(name, value);
  return variables;
}

/** What AWF sets where it has a key of OpenAI's (gh-aw-firewall's `openai-credential-env.ts`). */
function proxyVariables(awfVersion: string | undefined): readonly (readonly [name: string, value: string])[] {
  const placeholders = lacksChange(awfVersion, awfChanges.placeholderKeys) ? [] : PLACEHOLDERS;
  return [
    ...placeholders.map((name) => [name, "placeholder"] as const),
    ["OPENAI_BASE_URL", "http://172.30.0.30:10000"],
  ];
}
