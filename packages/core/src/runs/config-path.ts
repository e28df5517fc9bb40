import { resolvePath } from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import type { FoundStart } from "./container.js";

/** `$CODEX_HOME/config.toml` as Codex sees it when it starts; its default folder is `~/.codex`. */
export function configPathOf(start: FoundStart, job: Job): string {
  const { scope, directory } = start.call.state;
  const named =
    scope.variables.get("CODEX_HOME") ?? (start.starter === "threat-detect" ? homeOfJob(job) : undefined);
  const home = named === undefined || named === "" ? "~/.codex" : named;
  return resolvePath(`${home}/config.toml`, directory);
}

/**
 * The folder for which the job's other steps prepare Codex. Detection steps that call `threat-detect` in a
 * container image (gh-aw v0.78 - v0.82) name no `CODEX_HOME` of their own.
 */
function homeOfJob(job: Job): string | undefined {
  return job.steps.map((step) => step.env.get("CODEX_HOME")?.value).find((home) => home !== undefined);
}
