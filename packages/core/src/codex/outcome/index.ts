export { codexError } from "./codex-error.js";
export { type OutcomeInput, codexOutcome } from "./outcome.js";
export type { DirectReason, Outcome, OutcomeResult, Reason, WebsocketReason } from "./reason.js";
export type {
  DuplicateKey,
  InvalidToml,
  KeyProblem,
  LegacyProfile,
  RefusedReason,
  UndefinedProfile,
} from "./refused-reason.js";
