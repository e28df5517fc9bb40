export { findAddressFault, needsVersionPath, proxyPort, type AddressFault } from "./address-fault.js";
export type { AssembledConfig } from "./assembled-config.js";
export type { DirectFault } from "./direct-fault.js";
export { envKeyProblem, expandedName, findExpandedEnvKey, type EnvKeyProblem } from "./env-key-fault.js";
export { findFault, type Fault, type RefusedFault, type WebsocketFault } from "./fault.js";
export { judgeConfiguration, judgeRun, type Judgement, type Verdict } from "./judge-run.js";
export { mayResolve } from "./resolvable-host.js";
export { findUnreadKeys, type UnreadKey } from "./unread-keys.js";
export { definedProviders, textAt } from "./provider-ids.js";
