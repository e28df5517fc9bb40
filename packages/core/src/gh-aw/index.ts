export { type LockHeader, lockHeader } from "./lock-header.js";
export { readingProblem } from "./reading-problem.js";
export { runGateway } from "./gateway.js";
export {
  compilerFaults,
  mayHaveFault,
  SAFE_COMPILER,
  type CompilerFault,
  type CompilerFaultKind,
} from "./releases.js";
export { runProviderFilter } from "./provider-filter.js";
export { stageThreatDetection } from "./threat-detection-staging.js";
