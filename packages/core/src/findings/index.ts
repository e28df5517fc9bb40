export { continuedCommand, linesBelowComment } from "./comment-place.js";
export { describeRun, placeOfFault } from "./describe-run.js";
export { diagnose, diagnoseWorkflow } from "./diagnose.js";
export { faultData, runData } from "./fault-data.js";
export { type NamedFault, findFaults } from "./find-faults.js";
export { ruleOfOutcome, type Finding, type FindingOf } from "./finding.js";
export { type ForgottenFlagKind, forgottenFlags } from "./forgotten-flags.js";
export { type JudgedRun, judgeWorkflow } from "./judge-workflow.js";
export { type MisplacedKeyKind, misplacedKeys } from "./misplaced-keys.js";
export { messageTemplates, problemOf, remedyOf, type MessageData } from "./message.js";
export { createNotice, type Notice, type Suggestion } from "./notice.js";
export { ruleInfos, type RuleInfo, type Severity } from "./rules.js";
export type { FindingKinds, MessageId, RuleId } from "./message-ids.js";
export type { Sentence } from "./sentences.js";
export { type StaleCompilerKind, staleCompiler } from "./stale-compiler.js";
export {
  type UninstallableKind,
  type UnpinnedKind,
  uninstallableVersions,
  unpinnedInstalls,
} from "./unpinned-installs.js";
export { undeterminedData } from "./undetermined-run.js";
export { makesAnyRunWorse } from "./worsened-run.js";
