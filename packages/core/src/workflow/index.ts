export { headerEnd, leadingComments } from "./leading-comments.js";
export { editedWorkflow } from "./edited-workflow.js";
export { mayRunCodex, looksLikeWorkflow } from "./may-run-codex.js";
export { parseWorkflow } from "./parse-workflow.js";
export type {
  Environment,
  EnvironmentVariable,
  Job,
  LockHeader,
  RunScript,
  Step,
  Workflow,
} from "./workflow.js";
