export { fittingAddress } from "./address-fixes.js";
export { moveToRoot, renameKey } from "./config-file.js";
export { moveBehindExec } from "./move-flag.js";
export { type Provider, providerFor, providerKeys } from "./provider-block.js";
export { fixesFor } from "./fixes.js";
