export { continuedCommand, linesBelowComment } from "./comment-lines.js";
export { describeRun, diagnose, diagnoseWorkflow, locationOfFault } from "./diagnose.js";
export { faultData, runData } from "./fault-data.js";
export {
  createNotice,
  type Finding,
  type FindingOf,
  type Notice,
  ruleOfOutcome,
  type Suggestion,
} from "./finding.js";
export { type ForgottenFlagKind, forgottenFlags } from "./forgotten-flags.js";
export { hiddenStarts } from "./hidden-starts.js";
export { type MisplacedKeyKind, misplacedKeys } from "./misplaced-keys.js";
export { staleCompiler, type StaleCompilerKind } from "./stale-compiler.js";
export { undeterminedData } from "./undetermined-run.js";
export {
  type UninstallableKind,
  uninstallableVersions,
  unpinnedInstalls,
  type UnpinnedKind,
} from "./unpinned-installs.js";
