import type { LintResult } from "../eslint/index.js";
import { pathFrom } from "../files/paths.js";
import { wantsColor, type Terminal } from "../terminal.js";
import { findingsAsEslint } from "./findings-as-eslint.js";
import { rulePageHint } from "./rule-page-hint.js";
import { styleFor } from "./style.js";
import { summaryByFile } from "./summary-by-file.js";

/** ESLint's default output, with relative paths and a hint to the documentation. */
export function stylishFormat(results: readonly LintResult[], terminal: Terminal): string {
  const shown = results
    .filter(({ messages }) => messages.length > 0)
    .map((result) => ({ ...result, filePath: pathFrom(terminal.cwd, result.filePath) }));
  if (shown.length === 0) return "";
  const findings = findingsAsEslint(shown, styleFor(wantsColor(terminal)));
  return findings + summaryByFile(results, terminal.cwd) + rulePageHint(results);
}
