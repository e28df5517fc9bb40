import { diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { allOutcomes } from "../../support/outcomes.js";

/** Reports every outcome. */
export const options: DiagnoseOptions = { outcomes: allOutcomes };

/** The kind of each finding in a workflow. */
export function kinds(text: string): readonly string[] {
  return diagnose(text, options).map(({ kind }) => kind);
}

/** The first finding in a workflow. */
export function first(text: string): Finding | undefined {
  return diagnose(text, options)[0];
}

/** The text that the first finding points to. */
export function pointedAt(text: string): string {
  const finding = first(text);
  return text.slice(finding?.span.start, finding?.span.end);
}
