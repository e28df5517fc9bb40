export { diagnose } from "./diagnose.js";
export type { Finding, FindingKind, Suggestion } from "./finding.js";
export { mayRunCodex } from "./may-run-codex.js";
