import lt from "semver/functions/lt.js";
import { codexRelease, ignoresOpenAiBaseUrl } from "../codex/releases/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";

/** Whether a run's release of Codex is one that may bypass AWF's API proxy. */
export function isAffected({ codexVersion }: CodexRun, { minimumCodexVersion }: DiagnoseOptions): boolean {
  return !lt(codexRelease(codexVersion), minimumCodexVersion ?? ignoresOpenAiBaseUrl.since);
}
