export {
  type AddressFault,
  type AddressReason,
  findAddressFault,
  findProxyOff,
  needsVersionPath,
} from "./address-fault.js";
export { type AssembledConfig, assembleConfig } from "./assembled-config.js";
export { checkOptions, optionForms, type OptionForm } from "./check-options.js";
export { baseUrlProblem, vendorAt } from "./base-url-problem.js";
export type { DirectFault } from "./direct-fault.js";
export { type EnvKeyProblem, envKeyProblem, expandedName, findExpandedEnvKey } from "./env-key-fault.js";
export { type Fault, type RefusedFault, type WebsocketFault, findFault, restsOnGuess } from "./fault.js";
export { type Verdict, judgeRun } from "./judge-run.js";
export type { Judgement } from "./judgement.js";
export type { UnknownCause } from "./unknown-cause.js";
export { argumentOf } from "./place.js";
export { definedProviders, textAt } from "./provider-ids.js";
export { mayBeReachable } from "./resolvable-host.js";
export { missingCredential, servedPort, type ServedPort } from "./served-port.js";
export { type UnreadKey, findUnreadKeys } from "./unread-keys.js";
export type { DiagnoseOptions, FindingOutcome } from "./options.js";
