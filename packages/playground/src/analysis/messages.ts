import type { RunExplanation } from "@gh-aw-lint/core";
import type { Content } from "./content.js";
import type { Finding } from "./finding.js";
import type { RuleInfo } from "./rules.js";

/** What the page asks of its worker. */
export interface AnalysisRequest {
  /** Goes back with every answer. */
  readonly id: number;
  readonly text: string;
  /** The rules that are on, without the plugin's prefix. */
  readonly rules: readonly string[];
}

/** What the worker answers: first itself that it is there, then to each request findings, then the fix. */
export type AnalysisAnswer =
  | { readonly kind: "ready"; readonly rules: readonly RuleInfo[] }
  | {
      readonly kind: "findings";
      readonly id: number;
      readonly content: Content;
      readonly findings: readonly Finding[];
      readonly runs: readonly RunExplanation[];
    }
  /** `text` is `undefined` if there is nothing to fix. */
  | { readonly kind: "fix"; readonly id: number; readonly text: string | undefined }
  | { readonly kind: "failure"; readonly id: number; readonly message: string };
