export { findCodexRuns, type ApiProxy, type AwfCall, type CodexRun } from "./codex/run/index.js";
export {
  codexOutcome,
  type Outcome,
  type OutcomeInput,
  type OutcomeResult,
  type Reason,
} from "./codex/outcome/index.js";
export {
  diagnose,
  diagnoseWorkflow,
  misplacedKeys,
  staleCompiler,
  unpinnedInstalls,
  type Finding,
  type FindingKinds,
  type FindingOf,
  type MisplacedKeyKind,
  type Notice,
  type StaleCompilerKind,
  type Suggestion,
  type UnpinnedKind,
} from "./diagnosis/index.js";
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
export type { DiagnoseOptions, FindingOutcome } from "./options.js";
export { applyEdits, type MappedText, type Span, type TextEdit } from "./text/index.js";
export {
  mayRunCodex,
  parseWorkflow,
  type Environment,
  type EnvironmentVariable,
  type Job,
  type LockHeader,
  type RunScript,
  type Step,
  type Workflow,
  type WorkflowProblem,
} from "./workflow/index.js";
