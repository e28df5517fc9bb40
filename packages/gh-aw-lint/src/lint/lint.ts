import { count } from "../count.js";
import { createLinter, type LintResult } from "../eslint/index.js";
import { findFiles } from "../files/find-files.js";
import { pathFrom } from "../files/paths.js";
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
  const { cwd, stderr } = terminal;
  const found = await findFiles(request.paths, cwd);
  const judged = found.files.length > 0 ? await judge(found.files, request, terminal) : undefined;
  const problems = [...found.problems, ...(judged?.problems ?? [])];
  for (const problem of problems) stderr.write(`${problem}\n`);
  return problems.length > 0 || !judged ? 2 : judged.status;
}

/** @returns the exit code that the findings make, and what could not be read or written */
async function judge(
  paths: readonly string[],
  request: LintRequest,
  terminal: Terminal,
): Promise<{ readonly status: number; readonly problems: readonly string[] }> {
  const { cwd, stderr } = terminal;
  const linter = await createLinter(request, paths, cwd);
  if (request.verbose) stderr.write(`Configuration: ${linter.configuration}\n`);
  const { step, end } = showProgress(stderr, paths.length);
  const linted = await lintFiles(paths, linter, { cwd, fix: request.fix, onLinted: step }).finally(end);
  const { problems, ignored } = linted;
  if (request.verbose) for (const path of ignored) stderr.write(`Ignored: ${pathFrom(cwd, path)}\n`);
  // Where no file could be read, there is nothing to report.
  const isEmpty = problems.length === paths.length;
  return { problems, status: isEmpty ? 2 : await report(linted, linter.baseUrl, request, terminal) };
}

async function report(
  { files, ignored }: LintedFiles,
  baseUrl: string | undefined,
  request: LintRequest,
  terminal: Terminal,
): Promise<number> {
  const { stdout, stderr } = terminal;
  const results = files.map(({ found, fixed }) => fixed ?? found);
  stdout.write(await format(request.format, results, terminal));

  const summary = request.format === "stylish" ? stdout : stderr;
  summary.write(await fixReport(files, terminal.cwd));
  const [errors, warnings] = [sum(results, "errorCount"), sum(results, "warningCount")];
  if (errors + warnings === 0) {
    const texts = files.map(({ text, fixed }) => fixed?.output ?? text);
    const rest = ignored.length > 0 ? `; ${count(ignored.length, "file")} ignored` : "";
    summary.write(`No findings: ${runsSeen(texts, baseUrl)}${rest}.\n`);
  }
  if (errors > 0) return 1;
  const { maxWarnings } = request;
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
  stderr.write(`There are more warnings than \`--max-warnings ${maxWarnings}\` allows.\n`);
  return 1;
}

function sum(results: readonly LintResult[], key: "errorCount" | "warningCount"): number {
  return results.reduce((total, result) => total + result[key], 0);
}
