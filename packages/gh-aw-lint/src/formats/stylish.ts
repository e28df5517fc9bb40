import type { LintResult } from "../eslint/index.js";
import { pathFrom } from "../files/paths.js";
import { wantsColor, type Terminal } from "../terminal.js";
import { rulePageHint } from "./rule-page-hint.js";
import { summaryByFile } from "./summary-by-file.js";

/** ESLint's default output, with relative paths and a hint to the documentation. */
export async function stylishFormat(results: readonly LintResult[], terminal: Terminal): Promise<string> {
  // ESLint takes long to load, and prints nothing then.
  if (results.every(({ messages }) => messages.length === 0)) return "";
  const { ESLint } = await import("eslint");
  const formatter = await new ESLint({ overrideConfigFile: true }).loadFormatter("stylish");
  const shown = results.map((result) => ({ ...result, filePath: pathFrom(terminal.cwd, result.filePath) }));
  const findings = await formatter.format(shown, { color: wantsColor(terminal) });
  return findings + summaryByFile(results, terminal.cwd) + rulePageHint(results);
}
