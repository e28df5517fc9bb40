import type { RefusedFault, WebsocketFault } from "./fault.js";
import type { AddressFault } from "./address-fault.js";
import type { DirectFault } from "./direct-fault.js";
import type { EnvKeyProblem } from "./env-key-fault.js";
import type { FindingOutcome } from "./options.js";
import type { Unknown } from "../shell/index.js";

/** Why Codex does not go through AWF's API proxy over plain HTTP, by what happens instead. */
export interface FindingKinds extends Record<FindingOutcome, string> {
  readonly direct: DirectFault["kind"];
  readonly undetermined: UnknownCause["kind"];
  readonly websocket: WebsocketFault["reason"]["kind"];
  readonly refused: Exclude<RefusedFault["reason"]["kind"], "missingEnvironmentVariable" | "unusableBaseUrl">;
  readonly missingKey: EnvKeyProblem;
  readonly wrongAddress: "unusableBaseUrl" | AddressFault["reason"]["kind"];
}

/**
 * What the judgement of a run depends on, and the file does not tell: a value in config.toml or on the command line; what
 * a program, an action or the checkout puts into a file; which way the scripts take; which release of Codex is
 * installed; whether AWF's API proxy is on.
 */
export interface UnknownCause {
  readonly kind:
    | "undeterminedValue"
    | "undeterminedFile"
    | "undeterminedCondition"
    | "undeterminedVersion"
    | "undeterminedProxy";
  readonly unknown: Unknown;
}
