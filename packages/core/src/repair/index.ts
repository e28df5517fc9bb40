export { providerFor, type Provider } from "./provider-block.js";
export { repairsOf, type Repair } from "./repairs.js";
