export { type ActionWrites, actionWrites, inputOf } from "./action-writes.js";
export { type JobProgress, type StepOutcome, type StepResult, jobContexts } from "./contexts.js";
export { editedWorkflow } from "./edited-workflow.js";
export { jobsByLine } from "./jobs-by-line.js";
export { looksLikeWorkflow, mayHaveAnchor } from "./outline.js";
export { matrixOf } from "./matrix.js";
export { parseWorkflow } from "./parse-workflow.js";
export type {
  Environment,
  EnvironmentVariable,
  Job,
  JobFilter,
  Matrix,
  MatrixCombination,
  MatrixValue,
  RunScript,
  RunDefaults,
  Step,
  Trigger,
  Workflow,
  WorkflowInput,
} from "./workflow.js";
