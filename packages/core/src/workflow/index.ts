export { parseWorkflow } from "./parse-workflow.js";
export type {
  Environment,
  EnvironmentVariable,
  Job,
  LockHeader,
  RunScript,
  Step,
  Workflow,
  WorkflowProblem,
} from "./workflow.js";
