import type { RunExplanation } from "@gh-aw-lint/core";
import type { Content } from "./content.js";
import type { Finding } from "./finding.js";
import type { RuleInfo } from "./rules.js";
import type { Slot, SlotText } from "./slots.js";

/** What the page asks of its worker. */
export interface AnalysisRequest {
  /** Goes back with every answer. */
  readonly id: number;
  readonly texts: readonly SlotText[];
  /** What lock file and source are called before the dot. */
  readonly name: string;
  /** The rules that are on, without the plugin's prefix. */
  readonly rules: readonly string[];
}

/** What there is to say about one of the texts. */
export interface SlotReport {
  readonly slot: Slot;
  readonly content: Content;
  readonly findings: readonly Finding[];
}

/** What the worker answers: first itself that it is there, then to each request findings, then the fix. */
export type AnalysisAnswer =
  | { readonly kind: "ready"; readonly rules: readonly RuleInfo[] }
  | {
      readonly kind: "findings";
      readonly id: number;
      /** In the order of the texts, without those that are empty; the lock file's in any case. */
      readonly reports: readonly SlotReport[];
      /** Those of the lock file. */
      readonly runs: readonly RunExplanation[];
    }
  /** Of the lock file. `text` is `undefined` if there is nothing to fix. */
  | { readonly kind: "fix"; readonly id: number; readonly text: string | undefined }
  | { readonly kind: "failure"; readonly id: number; readonly message: string };
