import type { RefusedFault, WebsocketFault } from "./fault.js";
import type { AddressFault } from "./address-fault.js";
import type { DirectFault } from "./direct-fault.js";
import type { EnvKeyProblem } from "./env-key-fault.js";
import type { FindingOutcome } from "./options.js";
import type { Unknown } from "../shell/index.js";

/** The kinds of findings, by outcome. */
export interface FindingKinds extends Record<FindingOutcome, string> {
  readonly direct: DirectFault["kind"];
  readonly undetermined: UnknownCause["kind"];
  readonly websocket: WebsocketFault["reason"]["kind"];
  readonly refused: Exclude<RefusedFault["reason"]["kind"], "missingEnvironmentVariable" | "unusableBaseUrl">;
  readonly missingKey: EnvKeyProblem;
  readonly wrongAddress: "unusableBaseUrl" | AddressFault["reason"]["kind"];
}

/**
 * An unknown that the judgement of a run depends on: a value in config.toml or on the command line; a file written by a
 * program, an action or the checkout; a condition in the scripts; the installed release of Codex; whether AWF's API
 * proxy is on.
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
