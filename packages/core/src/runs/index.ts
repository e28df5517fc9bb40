export type { Answer, ArgumentText, CodexRun } from "./codex-run.js";
export type { FlagBeforeExec, MovableFlag } from "./flags-before-exec.js";
export { certainVariables, containerVariables } from "./container-variables.js";
export { findCodexRuns } from "./find-runs.js";
export { mayRunCodex, readWorkflow } from "./may-run-codex.js";
export { findCodexInstalls, type CodexInstall } from "./codex-installs.js";
