export { checkShape } from "./check-shape.js";
export {
  type BaseUrlLocation,
  type Configuration,
  type KeyLocation,
  configurationOf,
  locationOf,
  tableAt,
  textAt,
} from "./configuration.js";
export { configurationShape } from "./configuration-shape.js";
export { type KeyProblem, keyProblemError, loadingError } from "./key-problem.js";
export { fitsAtRoot, knownKeys } from "./known-keys.js";
export { reservedIds } from "./reserved-providers.js";
