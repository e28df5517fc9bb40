import { explainRuns } from "@gh-aw-lint/core";
import { findingsOf } from "./finding.js";
import { lint, mend } from "./lint.js";
import type { AnalysisAnswer, AnalysisRequest } from "./messages.js";

/** The answers to a request, each as soon as it is known. */
export function* analyze({ id, text, rules }: AnalysisRequest): Generator<AnalysisAnswer> {
  try {
    const messages = lint(text, rules);
    yield { kind: "findings", id, findings: findingsOf(text, messages), runs: explainRuns(text) };
    const mended = messages.some(({ fix }) => fix) ? mend(text, rules) : text;
    yield { kind: "fix", id, text: mended === text ? undefined : mended };
  } catch (error) {
    yield { kind: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}
