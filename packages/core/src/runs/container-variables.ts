import { mayPass, OPENAI_PORT, servesPort } from "../awf/index.js";
import { IMAGE, isSelfHosted, runnerVariable } from "../execution/index.js";
import { setterOf, type Unknown } from "../shell/index.js";
import type { CodexRun } from "./codex-run.js";
import { proxyVariables } from "./proxy-variables.js";

/**
 * The variables of Codex in AWF's container: those that AWF passes, those that AWF sets itself, and those that the
 * container's commands set; later ones take precedence. Unknown parts are spelled as in the lock file.
 */
export function containerVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awf.buildsLocally ? undefined : run.awfVersion, run);
}

/** The variables that Codex certainly has: an AWF that is built from a checkout may be as old as the named version. */
export function certainVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awfVersion, run);
}

function variablesBy(awfVersion: string | undefined, run: CodexRun): ReadonlyMap<string, string> {
  const variables = new Map(run.passedVariables);
  if (run.apiProxy.on && servesPort(run.credentials, OPENAI_PORT) !== false) {
    for (const [name, value] of proxyVariables(awfVersion)) variables.set(name, value);
  }
  for (const [name, value] of run.ownVariables) {
    if (value === undefined) variables.delete(name);
    else variables.set(name, value);
  }
  return variables;
}

/**
 * What may have set a variable of AWF's container that nothing is known to set: the runner, a program that is not
 * modelled, or a command whose variables are not known. `undefined` if AWF would not pass it.
 */
export function unknownSetter(run: CodexRun, name: string): Unknown | undefined {
  const { awf, credentials, apiProxy } = run;
  const setter = setterOf(run.setters, name);
  if (setter) return setter;
  const isPassed = awf.passesEnvironment && mayPass(name, awf.excluded, apiProxy.on);
  if (!isPassed || credentials.isReset) return undefined;
  return runnerVariable(name, false) ?? run.earlierSetter ?? (isSelfHosted(run.job) ? IMAGE : undefined);
}
