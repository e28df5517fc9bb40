export { fittingAddress } from "./address-repairs.js";
export { providerFor, type Provider } from "./provider-block.js";
export { moveToRoot, renameKey } from "./config-file.js";
export type { Repair } from "./repair.js";
export { repairsOf } from "./repairs.js";
