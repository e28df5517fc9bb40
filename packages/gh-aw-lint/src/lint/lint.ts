import { createLinter } from "../eslint/index.js";
import { findFiles } from "../files/find-files.js";
import { fileInput, isStandardInput, standardInput, type Input } from "../files/input.js";
import { pathFrom } from "../files/paths.js";
import type { LintRequest } from "../options/request.js";
import { fixSources } from "../sources/fix-sources.js";
import { asChanged } from "../sources/as-changed.js";
import { lockFileOf, sourcesBeside } from "../sources/source-files.js";
import { suppress } from "../suppressions/index.js";
import type { Terminal } from "../terminal.js";
import { lintFiles } from "./lint-files.js";
import { showProgress } from "./progress.js";
import { report, type Judged } from "./report.js";
import { type ExitCode, FAILURE, FINDINGS, SUCCESS } from "../exit-codes.js";

/**
 * Lints files, fixes them on request, and prints the findings and then what could not be read or written.
 *
 * @returns the exit code
 */
export async function lint(request: LintRequest, terminal: Terminal): Promise<ExitCode> {
  const status = isStandardInput(request.paths)
    ? await lintStandardInput(request, terminal)
    : await lintPaths(request, terminal);
  return request.exitZero && status === FINDINGS ? SUCCESS : status;
}

async function lintPaths(request: LintRequest, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stderr } = terminal;
  const found = await findFiles(request.sources ? request.paths.map(lockFileOf) : request.paths, cwd);
  const sources = request.sources ? sourcesBeside(found.files) : [];
  const inputs = found.files.concat(sources).map((path) => fileInput(path, cwd));
  const judged = inputs.length > 0 ? await judge(inputs, request, terminal) : undefined;
  const status = judged && (await reportAny(judged, request, terminal));
  const problems = [...found.problems, ...(judged?.problems ?? [])];
  for (const problem of problems) stderr.write(`${problem}\n`);
  return problems.length > 0 ? FAILURE : (status ?? FAILURE);
}

/** With `--fix`, standard output has the fixed text and nothing else. */
async function lintStandardInput(request: LintRequest, terminal: Terminal): Promise<ExitCode> {
  const input = standardInput(request.stdinFilename, terminal);
  const judged = await judge([input], request, terminal);
  const [problem] = judged.problems;
  if (problem !== undefined) {
    terminal.stderr.write(`${problem}\n`);
    return FAILURE;
  }
  if (!request.fix) return await report(judged, request, terminal);
  terminal.stdout.write(judged.files[0]?.fixed?.output ?? (await input.read()));
  return await report(judged, request, { ...terminal, stdout: terminal.stderr });
}

async function judge(inputs: readonly Input[], request: LintRequest, terminal: Terminal): Promise<Judged> {
  const { cwd, stderr } = terminal;
  const paths = inputs.map(({ path }) => path);
  const linter = await createLinter(request, paths, cwd);
  if (request.verbose) stderr.write(`Configuration: ${linter.configuration}\n`);
  const fix = request.diff ? "show" : request.fix ? "write" : "no";
  const changed =
    request.sources && fix !== "no" ? await fixSources(paths, linter, fix, cwd) : { fixes: [], problems: [] };
  const { step, end } = showProgress(stderr, request.quiet ? 0 : inputs.length);
  const seen = fix === "show" ? asChanged(changed.fixes, inputs, linter) : { inputs, linter };
  const linted = await lintFiles(seen.inputs, seen.linter, { fix, onLinted: step }).finally(end);
  const results = linted.files.map(({ found, fixed }) => fixed ?? found);
  const { apply, notes } = await suppress(request.suppressions, results, cwd);
  if (!request.quiet) for (const note of notes) stderr.write(`${note}\n`);
  if (request.verbose) for (const path of linted.ignored) stderr.write(`Ignored: ${pathFrom(cwd, path)}\n`);
  const files = linted.files.map((file) => ({
    ...file,
    found: file.fixed ? file.found : apply(file.found),
    fixed: file.fixed && { ...apply(file.fixed), output: file.fixed.output },
  }));
  const problems = changed.problems.concat(linted.problems);
  return { ...linted, files, problems, changed: changed.fixes };
}

/** If no file could be read, there is nothing to report. */
async function reportAny(
  judged: Judged,
  request: LintRequest,
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  if (judged.files.length + judged.ignored.length === 0) return undefined;
  return await report(judged, request, terminal);
}
