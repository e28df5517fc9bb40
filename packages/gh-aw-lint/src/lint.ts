import type { LintRequest } from "./arguments.js";
import { count } from "./count.js";
import { findFiles } from "./find-files.js";
import { format } from "./formats/index.js";
import { lintFiles } from "./lint-files.js";
import { showProgress } from "./progress.js";
import type { Terminal } from "./terminal.js";

/**
 * Lints files, mends them if that is asked for, and prints what is found.
 *
 * @returns the exit code
 */
export async function lint(
  request: LintRequest & { readonly paths: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const { maxWarnings } = request;
  const files = await findFiles(request.paths, terminal.cwd);
  const progress = showProgress(terminal.stderr, files.length);
  const results = await lintFiles(files, request, progress.step).finally(progress.end);

  terminal.stdout.write(await format(request.format, results, terminal));
  const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
  const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const mended = results.filter(({ output }) => output !== undefined).length;
  const summary = request.format === "stylish" ? terminal.stdout : terminal.stderr;
  if (mended > 0) summary.write(`Mended ${count(mended, "file")}.\n`);
  if (errors + warnings === 0) summary.write(`No findings in ${count(files.length, "file")}.\n`);

  if (errors > 0) return 1;
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
  terminal.stderr.write(`There are more warnings than \`--max-warnings ${maxWarnings}\` allows.\n`);
  return 1;
}
