export { diagnose, diagnoseWorkflow } from "./diagnose.js";
export type { Finding, FindingKinds, FindingOf, Suggestion } from "./finding.js";
export { misplacedKeys, type MisplacedKeyKind } from "./misplaced-keys.js";
export type { Notice } from "./notice.js";
export { staleCompiler, type StaleCompilerKind } from "./stale-compiler.js";
export { unpinnedInstalls, type UnpinnedKind } from "./unpinned-installs.js";
