import { OPENAI_PORT, servesPort } from "../awf/index.js";
import type { CodexRun } from "./codex-run.js";
import { proxyVariables } from "./proxy-variables.js";

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
  for (const [name, value] of run.ownVariables) {
    if (value === undefined) variables.delete(name);
    else variables.set(name, value);
  }
  return variables;
}
