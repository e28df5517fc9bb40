export { providerFor, type Provider } from "./provider-block.js";
export type { Repair } from "./repair.js";
export { repairsOf } from "./repairs.js";
