export { findKeys, firstTableOffset, locateKey, locateTable, type LocatedKey } from "./locate.js";
export { codexOutcome, type OutcomeInput } from "./outcome.js";
export type { Outcome, OutcomeResult, Reason } from "./reason.js";
