import { job, script } from "./job.js";
import { outcomes } from "./outcomes.js";

/** The key of a job that sets `CODEX_HOME`. */
export const codexHome = "env: { CODEX_HOME: /tmp/home }";

/** A step that writes a configuration without a provider to `CODEX_HOME`. */
export const withoutProvider = script(
  'mkdir -p "$CODEX_HOME"',
  `printf '[history]\\npersistence = "none"\\n' > "$CODEX_HOME/config.toml"`,
);

/** `outcome kind` of each finding in a job with `CODEX_HOME` and these steps. */
export function outcomesWithHome(...steps: readonly string[]): readonly string[] {
  return outcomes(job([codexHome], ...steps));
}
