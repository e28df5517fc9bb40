export { type OutcomeInput, codexOutcome } from "./outcome.js";
export type { DirectReason, Outcome, OutcomeResult, Reason, WebsocketReason } from "./reason.js";
export { type RefusedReason, codexError } from "./refusal.js";
export type { Selection } from "./selection.js";
