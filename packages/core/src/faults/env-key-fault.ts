import { spanInFile } from "../text/index.js";
import { findKeys } from "../toml/index.js";
import type { RefusedReason } from "../codex/outcome/index.js";
import { OPENAI_PORT, servesPort } from "../awf/index.js";
import type { CodexRun } from "../runs/index.js";
import type { RefusedFault } from "./fault.js";
import type { Judgement } from "./judgement.js";

type MissingVariable = Extract<RefusedReason, { readonly kind: "missingEnvironmentVariable" }>;

/**
 * What is wrong with an `env_key`. `emptyEnvKey`: it is empty; `expandedEnvKey`: it is an expansion (`${X}`) instead of
 * a name; `excludedEnvKey`: AWF excludes the variable from its container; `missingPlaceholder`: AWF has no OpenAI key
 * itself, so it sets no placeholder; `missingEnvironmentVariable`: nothing passes the variable to the container.
 */
export type EnvKeyProblem =
  "emptyEnvKey" | "expandedEnvKey" | "excludedEnvKey" | "missingPlaceholder" | "missingEnvironmentVariable";

/** What is wrong with the `env_key` of a run. */
export function envKeyProblem({ variable }: MissingVariable, run: CodexRun): EnvKeyProblem {
  if (variable.trim() === "") return "emptyEnvKey";
  if (variable.includes("$")) return "expandedEnvKey";
  const isPlaceholder = run.apiProxy.on && KEY_VARIABLES.includes(variable);
  if (isPlaceholder && servesPort(run.credentials, OPENAI_PORT) === false) return "missingPlaceholder";
  const isExcluded = run.awf.excluded.has(variable) && run.variables.has(variable);
  return isExcluded ? "excludedEnvKey" : "missingEnvironmentVariable";
}

/** The name in `$X` and `${X}`; `undefined` for any other text. */
export function expandedName(text: string): string | undefined {
  return (/^\$\{(\w+)\}$/.exec(text) ?? /^\$(\w+)$/.exec(text))?.[1];
}

/** Variables that hold a key, never the name of another variable. */
const KEY_VARIABLES: readonly string[] = ["OPENAI_API_KEY", "CODEX_API_KEY"];

/**
 * Finds an `env_key` that the shell expands while it writes the file, so that Codex looks for a variable named like the
 * key's value. `fileText` is the text of the lock file.
 */
export function findExpandedEnvKey(
  run: CodexRun,
  { reason, config }: Judgement,
  fileText: string,
): RefusedFault | undefined {
  if (reason.kind !== "missingEnvironmentVariable" || reason.source !== "file" || !config) return undefined;
  for (const { path, key, expression } of findKeys(config.text.text, "env_key")) {
    if (path.join("\0") !== reason.path.join("\0")) continue;
    const { start, end } = spanInFile(config.text, expression.start, expression.end);
    const value = fileText.slice(fileText.indexOf("=", start) + 1, end).trim();
    const variable = value.replace(/^(["'])(.*)\1$/, "$2");
    const name = expandedName(variable);
    if (name !== undefined && (KEY_VARIABLES.includes(name) || run.awf.excluded.has(name))) {
      return { kind: "refused", reason: { ...reason, variable }, location: key };
    }
  }
  return undefined;
}
