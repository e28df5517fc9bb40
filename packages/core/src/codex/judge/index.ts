export type { AssembledConfig } from "./assembled-config.js";
export { findFault, type Fault } from "./fault.js";
export { judgeRun, type Judgement, type Verdict } from "./judge-run.js";
