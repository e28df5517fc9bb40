export { lockHeader, readingProblem, type LockHeader } from "./gh-aw/index.js";
export {
  findCodexRuns,
  mayRunCodex,
  needsParsing,
  readWorkflow as parseWorkflow,
  type CodexRun,
} from "./runs/index.js";
export type { ApiProxy, AwfCall } from "./awf/index.js";
export {
  codexOutcome,
  type Outcome,
  type OutcomeInput,
  type OutcomeResult,
  type Reason,
} from "./codex/outcome/index.js";
export {
  continuedCommand,
  diagnose,
  diagnoseWorkflow,
  forgottenFlags,
  linesBelowComment,
  misplacedKeys,
  staleCompiler,
  uninstallableVersions,
  unpinnedInstalls,
  type Finding,
  type FindingOf,
  type ForgottenFlagKind,
  type MisplacedKeyKind,
  type Notice,
  type StaleCompilerKind,
  type Suggestion,
  type UninstallableKind,
  type UnpinnedKind,
} from "./findings/index.js";
export {
  messageTemplates,
  isRuleId,
  ruleIds,
  ruleInfos,
  type MessageData,
  type MessageId,
  type RuleId,
  type RuleInfo,
  type Severity,
} from "./messages/index.js";
export {
  explainRuns,
  explainWorkflow,
  explanationText,
  type ConfigLine,
  type ExplainedFact,
  type ExplainedOption,
  type ExplainedOutcome,
  type RunExplanation,
} from "./explanation/index.js";
export { lint, lintRule, type LintMessage, type LintOptions, type LintedFile } from "./lint/index.js";
export {
  explaining,
  looksLikeLog,
  readLog,
  type FoundSymptom,
  type LogReading,
  type Symptom,
  type SymptomKind,
} from "./log/index.js";
export {
  optionForms,
  type DiagnoseOptions,
  type FindingKinds,
  type FindingOutcome,
  type OptionForm,
} from "./faults/index.js";
export {
  applyEdits,
  lineEnd,
  lineFeedAfter,
  lineNumber,
  lineStart,
  lineStarts,
  nextLineStart,
  positionAt,
  type MappedText,
  type Position,
  type Span,
  type TextEdit,
} from "./text/index.js";
export {
  jobsByLine,
  looksLikeWorkflow,
  type Environment,
  type EnvironmentVariable,
  type Job,
  type RunScript,
  type Step,
  type Workflow,
} from "./workflow/index.js";
export {
  codexSource,
  durableFix,
  findFrontMatter,
  lockPathOf,
  noFiles,
  readStoredHashes,
  sourcePathOf,
  staleLock,
  staleLockOfSource,
  type ChangedFile,
  type CodexSourceKind,
  type DurableFix,
  type FrontMatter,
  type RepositoryFiles,
  type SourceFile,
  type StaleLockKind,
} from "./sources/index.js";
export { headerEnd, type YamlProblem } from "./yaml/index.js";
