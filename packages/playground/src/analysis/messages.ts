import type { RunExplanation } from "@gh-aw-lint/core";
import type { Content } from "./content.js";
import type { Finding } from "./finding.js";
import type { RuleInfo } from "./rules.js";
import type { Slot, SlotText } from "./slots.js";

/** A request of the page to its worker. */
export interface AnalysisRequest {
  /** Identifies the request in each answer. */
  readonly id: number;
  readonly texts: readonly SlotText[];
  /** The name of lock file and source without the extension. */
  readonly name: string;
  /** The enabled rules, without the plugin's prefix. */
  readonly rules: readonly string[];
}

/** The findings in one of the texts. */
export interface SlotReport {
  readonly slot: Slot;
  readonly content: Content;
  readonly findings: readonly Finding[];
}

/** The worker's messages: first that it is ready, then for each request the findings, then the fix. */
export type AnalysisAnswer =
  | { readonly kind: "ready"; readonly rules: readonly RuleInfo[] }
  | {
      readonly kind: "findings";
      readonly id: number;
      /** In the order of the texts, without empty ones, except the lock file. */
      readonly reports: readonly SlotReport[];
      /** The Codex runs of the lock file. */
      readonly runs: readonly RunExplanation[];
    }
  /** The fix of the lock file. `text` is `undefined` if there is nothing to fix. */
  | { readonly kind: "fix"; readonly id: number; readonly text: string | undefined }
  | { readonly kind: "failure"; readonly id: number; readonly message: string };
