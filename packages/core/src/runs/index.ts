export { type CodexInstall, findCodexInstalls } from "./codex-installs.js";
export type { Answer, ArgumentText, CodexRun } from "./codex-run.js";
export { certainVariables, containerVariables, unknownSetter } from "./container-variables.js";
export { findCodexRuns, findPossibleStarts } from "./find-runs.js";
export type { FlagBeforeExec, MovableFlag } from "./flags-before-exec.js";
export type { PossibleStart } from "./possible-starts.js";
export { mayRunCodex, needsParsing, readWorkflow } from "./may-run-codex.js";
