import lte from "semver/functions/lte.js";
import type { CodexRun } from "./codex-run.js";
import { exactVersion } from "../codex/releases/index.js";

/** Up to this version AWF gives its container no placeholder for the keys (gh-aw-firewall #3232, #3234). */
const LAST_WITHOUT_PLACEHOLDERS = "0.25.26";

const PLACEHOLDERS = ["OPENAI_API_KEY", "CODEX_API_KEY"] as const;

/**
 * The variables that Codex finds in AWF's container: with `--env-all` the step's, less the excluded ones,
 * then those that AWF sets itself. The values are those of the lock file where it has them.
 */
export function containerVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awf.buildsLocally ? undefined : run.awfVersion, run);
}

/** Those that it has in any case: an AWF that is built from a checkout may be as old as the version that is named. */
export function certainVariables(run: CodexRun): ReadonlyMap<string, string> {
  return variablesBy(run.awfVersion, run);
}

function variablesBy(awfVersion: string | undefined, run: CodexRun): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  if (run.awf.passesEnvironment) {
    for (const [name, value] of run.variables) if (!run.awf.excluded.has(name)) variables.set(name, value);
  }
  for (const [name, value] of run.awf.variables) variables.set(name, value);
  if (!run.apiProxy.on) return variables;
  const version = exactVersion(awfVersion);
  if (!version || !lte(version, LAST_WITHOUT_PLACEHOLDERS)) {
    for (const name of PLACEHOLDERS) variables.set(name, "placeholder");
  }
  return variables.set("OPENAI_BASE_URL", "http://172.30.0.30:10000");
}
