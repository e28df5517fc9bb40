import { applyEdits, diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";

/** Applies one fix after the other, as ESLint does, until none is offered. */
export function mend(text: string, options: DiagnoseOptions = {}): string {
  const fix = diagnose(text, options).find((finding) => finding.fix !== undefined)?.fix;
  return fix ? mend(applyEdits(text, fix), options) : text;
}
