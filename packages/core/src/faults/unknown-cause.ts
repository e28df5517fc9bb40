import type { Unknown } from "../shell/index.js";

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
