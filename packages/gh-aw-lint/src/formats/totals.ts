import type { LintResult } from "../eslint/index.js";

/** The counts of a file's findings. */
export type Count = "errorCount" | "warningCount" | "fixableErrorCount" | "fixableWarningCount";

/** The sum of a number over all files. */
export function totalOf(results: readonly LintResult[], count: Count): number {
  return results.reduce((total, result) => total + result[count], 0);
}
