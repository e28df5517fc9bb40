export type { CodexRun } from "./codex-run.js";
export { certainVariables, containerVariables } from "./container-variables.js";
export { findCodexRuns } from "./find-runs.js";
export { mayRunCodex, readWorkflow } from "./may-run-codex.js";
export { stepVariables } from "./step-environment.js";
export { findCodexInstalls, type CodexInstall } from "./codex-installs.js";
