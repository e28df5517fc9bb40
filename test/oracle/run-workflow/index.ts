export type {
  AwfRecord,
  CodexAnswer,
  CodexRunRecord,
  Conclusion,
  JobRecord,
  StepRecord,
  WorkflowRecord,
} from "./record.js";
export { runWorkflow, type RunWorkflowOptions } from "./run-workflow.js";
export type { StepDefinition } from "./workflow-file.js";
export { closeSandboxes } from "./sandboxes.js";
