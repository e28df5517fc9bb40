export { diagnose, diagnoseWorkflow } from "./diagnose.js";
export type { Finding, FindingKinds, FindingOf, Suggestion } from "./finding.js";
export { mayRunCodex } from "./may-run-codex.js";
