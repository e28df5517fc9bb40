export { explainRuns, explainWorkflow } from "./explain-runs.js";
export { explanationText } from "./explanation-text.js";
export type {
  ConfigLine,
  ExplainedFact,
  ExplainedOption,
  ExplainedOutcome,
  RunExplanation,
} from "./run-explanation.js";
