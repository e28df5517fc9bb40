export type { AssembledConfig } from "./assembled-config.js";
export type { DirectFault } from "./direct-fault.js";
export { findFault, type Fault, type RefusedFault, type WebsocketFault } from "./fault.js";
export { judgeRun, type Judgement, type Verdict } from "./judge-run.js";
export { definedProviders, textAt } from "./provider-ids.js";
