export { checkShape } from "./check-shape.js";
export {
  type BaseUrlPlace,
  type Configuration,
  type KeyPlace,
  configurationOf,
  placeOf,
  tableAt,
  textAt,
} from "./configuration.js";
export { configurationShape } from "./configuration-shape.js";
export { type KeyProblem, keyProblemError, loadingError } from "./key-problem.js";
export { fitsAtRoot, knownKeys } from "./known-keys.js";
