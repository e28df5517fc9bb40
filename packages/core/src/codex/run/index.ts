export type { ApiProxy } from "./api-proxy.js";
export type { AwfCall } from "./awf-call.js";
export { findCodexInstalls, type CodexInstall } from "./codex-installs.js";
export type { CodexRun } from "./codex-run.js";
export type { FlagPlace } from "./flag-place.js";
export { certainVariables, containerVariables } from "./container-variables.js";
export { findCodexRuns } from "./find-runs.js";
export { exactVersion } from "./versions.js";
