export { fittingAddress } from "./address-repairs.js";
export { moveToRoot, renameKey } from "./config-file.js";
export { moveBehindExec } from "./move-flag.js";
export { type Provider, providerFor, providerKeys } from "./provider-block.js";
export { repairsOf } from "./repairs.js";
