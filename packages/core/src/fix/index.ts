export { fittingAddress, fixesFor } from "./fixes.js";
export { moveToRoot, removeKey, renameKey } from "./config-file.js";
export { moveBehindExec } from "./config-flags.js";
export { type Provider, providerFor, providerKeys } from "./provider-block.js";
