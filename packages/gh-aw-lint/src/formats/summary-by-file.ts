import { count } from "../count.js";
import type { LintResult } from "../eslint/index.js";
import { pathFrom } from "../files/paths.js";

/** This many files with findings fill more than a screen. */
const many = 5;

/** A line for each file with findings, if there are many. */
export function summaryByFile(results: readonly LintResult[], cwd: string): string {
  const found = results.filter(({ messages }) => messages.length > 0);
  if (found.length < many) return "";
  const rows = found.map(({ filePath, errorCount, warningCount }) => {
    const numbers = [
      ...(errorCount > 0 ? [count(errorCount, "error")] : []),
      ...(warningCount > 0 ? [count(warningCount, "warning")] : []),
    ];
    return `  ${pathFrom(cwd, filePath)}: ${numbers.join(", ")}`;
  });
  return ["Findings by file:", ...rows, "", ""].join("\n");
}
