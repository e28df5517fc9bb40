export { checkShape } from "./check-shape.js";
export { configurationShape } from "./configuration-shape.js";
export { type Configuration, configurationOf, placeOf, tableAt, textAt } from "./configuration.js";
export type { BaseUrlPlace, KeyPlace, Selection } from "./key-place.js";
export { fitsAtRoot, knownKeys } from "./known-keys.js";
export { parseConfig } from "./parse-config.js";
export { type Profile, selectProfile } from "./profile.js";
