export {
  type AddressFault,
  type AddressReason,
  findAddressFault,
  needsVersionPath,
} from "./address-fault.js";
export { baseUrlProblem, mayBeReachable, vendorAt } from "./base-url-problem.js";
export { argumentOf, definedProviders, locationOf, textAt } from "./config-text.js";
export type { DirectFault } from "./direct-fault.js";
export { type EnvKeyProblem, envKeyProblem, expandedName } from "./env-key-fault.js";
export { type Fault, findFault, type RefusedFault, restsOnGuess, type WebsocketFault } from "./fault.js";
export { findFaults, type NamedFault } from "./find-faults.js";
export type { FindingKinds, UnknownCause } from "./finding-kinds.js";
export { assembleConfig, type AssembledConfig, type Gap, type Judgement } from "./judgement.js";
export {
  checkOptions,
  type DiagnoseOptions,
  type FindingOutcome,
  type OptionForm,
  optionForms,
} from "./options.js";
export { missingCredential, servedPort, type ServedPort, whyNoCredential } from "./served-port.js";
export { findUnreadKeys, type UnreadKey } from "./unread-keys.js";
