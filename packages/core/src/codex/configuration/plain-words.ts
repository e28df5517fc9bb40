/*
 * The keys for which Codex prints its plain error messages. For other keys it reads the value as a path, as one of
 * several words or in several ways, and prints other messages. Recorded from 0.128.0, 0.144.5 and 0.169.0, for each
 * modelled key with each type of value.
 */

const TEXTS: ReadonlySet<string> = new Set([
  "model",
  "model_provider",
  "review_model",
  "instructions",
  "developer_instructions",
  "openai_base_url",
  "chatgpt_base_url",
  "compact_prompt",
]);

const PROVIDER_TEXTS: ReadonlySet<string> = new Set(["name", "base_url", "env_key"]);

/** Tables with keys whose value may be a flag or something else. */
const NOT_ONLY_FLAGS: ReadonlySet<string> = new Set(["features", "tools", "tui", "plugins", "agents"]);

/** Keys whose allowed values Codex lists or checks in another way. */
const OTHERWISE_LISTED: ReadonlySet<string> = new Set(["approval_policy", "projects", "otel", "web_search"]);
const OTHERWISE_LISTED_BELOW: ReadonlySet<string> = new Set(["auth", "default_tools_approval_mode", "tools"]);

/** Whether Codex prints `invalid type: ..., expected ...` for a value at `path`. */
export function isPlainType(expected: string, path: readonly string[]): boolean {
  const [first = "", , key = ""] = path;
  switch (expected) {
    case "a string":
      if (path.length === 1) return TEXTS.has(first);
      return path.length === 3 && first === "model_providers" && PROVIDER_TEXTS.has(key);
    case "a boolean":
      return !NOT_ONLY_FLAGS.has(first);
    default:
      return false;
  }
}

/** Whether Codex prints `unknown variant ..., expected ...` for a text at `path`. */
export function isPlainWord([first = "", second, key = ""]: readonly string[]): boolean {
  return !OTHERWISE_LISTED.has(first) && !OTHERWISE_LISTED_BELOW.has(key) && second !== "filters";
}
