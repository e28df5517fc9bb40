import { applyEdits, diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";

/** Applies fixes one after another, as ESLint does, until none is offered. */
export function fix(text: string, options: DiagnoseOptions = {}): string {
  const edits = diagnose(text, options).find((finding) => finding.fix !== undefined)?.fix;
  return edits ? fix(applyEdits(text, edits), options) : text;
}
