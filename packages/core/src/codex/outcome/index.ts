export { codexError } from "./codex-error.js";
export { readCommandLine } from "./command-line.js";
export { readOptions } from "./option.js";
export { fitsAtRoot, knownKeys } from "./known-keys.js";
export {
  findAllKeys,
  findKeys,
  firstTableOffset,
  locateKey,
  locateSegments,
  locateTable,
  type LocatedKey,
} from "./locate.js";
export { codexOutcome, type OutcomeInput } from "./outcome.js";
export type { DirectReason, Outcome, OutcomeResult, Reason, WebsocketReason } from "./reason.js";
export type { RefusedReason } from "./refused-reason.js";
export { codexRelease } from "./version.js";
