export { fittingAddress, fixesFor } from "./fixes.js";
export { moveToRoot, renameKey } from "./config-file.js";
export { moveBehindExec } from "./command-line.js";
export { type Provider, providerFor, providerKeys } from "./provider-block.js";
