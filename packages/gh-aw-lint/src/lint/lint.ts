import { createLinter, type LintResult } from "../eslint/index.js";
import { findFiles } from "../files/find-files.js";
import { format } from "../formats/index.js";
import type { LintRequest } from "../options/arguments.js";
import type { Terminal } from "../terminal.js";
import { fixReport } from "./fix-report.js";
import { lintFiles, type LintedFiles } from "./lint-files.js";
import { showProgress } from "./progress.js";
import { runsSeen } from "./runs-seen.js";

/**
 * Lints files, fixes them if that is asked for, and prints what is found, and last what could not be read or written.
 *
 * @returns the exit code
 */
export async function lint(
  request: LintRequest & { readonly paths: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const found = await findFiles(request.paths, terminal.cwd);
  const linted = found.files.length > 0 ? await lintFound(found.files, request, terminal) : undefined;
  const status = linted ? await report(linted, request, terminal) : 2;
  const problems = [...found.problems, ...(linted?.problems ?? [])];
  for (const problem of problems) terminal.stderr.write(`${problem}\n`);
  return problems.length > 0 ? 2 : status;
}

async function lintFound(
  paths: readonly string[],
  { config, fix }: LintRequest,
  { cwd, stderr }: Terminal,
): Promise<LintedFiles> {
  const linter = await createLinter(config);
  const { step, end } = showProgress(stderr, paths.length);
  return await lintFiles(paths, linter, { cwd, fix, onLinted: step }).finally(end);
}

/** @returns the exit code that the findings make */
async function report({ files }: LintedFiles, request: LintRequest, terminal: Terminal): Promise<number> {
  if (files.length === 0) return 2;
  const { stdout, stderr } = terminal;
  const results = files.map(({ found, fixed }) => fixed ?? found);
  stdout.write(await format(request.format, results, terminal));

  const summary = request.format === "stylish" ? stdout : stderr;
  summary.write(await fixReport(files, terminal.cwd));
  const [errors, warnings] = [sum(results, "errorCount"), sum(results, "warningCount")];
  if (errors + warnings === 0)
    summary.write(`No findings: ${runsSeen(files.map(({ text, fixed }) => fixed?.output ?? text))}.\n`);

  if (errors > 0) return 1;
  const { maxWarnings } = request;
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
  stderr.write(`There are more warnings than \`--max-warnings ${maxWarnings}\` allows.\n`);
  return 1;
}

function sum(results: readonly LintResult[], key: "errorCount" | "warningCount"): number {
  return results.reduce((total, result) => total + result[key], 0);
}
