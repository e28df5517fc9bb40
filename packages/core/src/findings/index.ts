export { continuedCommand, linesBelowComment } from "./comment-place.js";
export { describeRun, placeOfFault } from "./describe-run.js";
export { diagnose, diagnoseWorkflow } from "./diagnose.js";
export { dataOf } from "./fault-data.js";
export { type NamedFault, faultsOf } from "./faults-of.js";
export type { Finding, FindingKinds, FindingOf, Suggestion } from "./finding.js";
export { type ForgottenFlagKind, forgottenFlags } from "./forgotten-flags.js";
export { type JudgedRun, judgeWorkflow } from "./judge-workflow.js";
export { type MisplacedKeyKind, misplacedKeys } from "./misplaced-keys.js";
export type { Notice } from "./notice.js";
export { RECOMPILE } from "./remedy.js";
export { type StaleCompilerKind, staleCompiler } from "./stale-compiler.js";
export {
  type UninstallableKind,
  type UnpinnedKind,
  uninstallableVersions,
  unpinnedInstalls,
} from "./unpinned-installs.js";
export { worsensAny } from "./worsened-run.js";
