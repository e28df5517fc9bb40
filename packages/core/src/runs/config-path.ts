import { resolvePath } from "../shell/index.js";
import type { FoundStart } from "./container.js";

/**
 * `$CODEX_HOME/config.toml` as Codex sees it when it starts; its default folder is `~/.codex`. What another
 * step's `env` names is not handed on (gh-aw-threat-detection #341).
 */
export function configPathOf({ call: { state } }: FoundStart): string {
  const home = state.scope.variables.get("CODEX_HOME");
  return resolvePath(`${home === undefined || home === "" ? "~/.codex" : home}/config.toml`, state.directory);
}
