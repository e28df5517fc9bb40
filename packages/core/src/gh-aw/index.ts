export { compiledStepAt } from "./compiled-step.js";
export { hasCompilerComment, isCompiled } from "./compiled-workflow.js";
export { runGateway } from "./gateway.js";
export { type LockHeader, lockHeader } from "./lock-header.js";
export { runProviderFilter } from "./provider-filter.js";
export { readingProblem } from "./reading-problem.js";
export {
  type CompilerFault,
  type CompilerFaultKind,
  compilerFaults,
  mayHaveFault,
  SAFE_COMPILER,
} from "./releases.js";
export { stageThreatDetection } from "./threat-detection-staging.js";
