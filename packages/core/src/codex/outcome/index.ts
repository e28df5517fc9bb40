export {
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
