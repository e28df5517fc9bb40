import type { DurableFix } from "eslint-plugin-gh-aw/core";
import { resolve } from "node:path";
import { count } from "../count.js";
import type { LintResult } from "../eslint/index.js";
import { appendText } from "../files/append-text.js";
import { format, isForPeople, totalOf, type Format } from "../formats/index.js";
import type { LintRequest } from "../options/request.js";
import { sourcesReport } from "../sources/report.js";
import { wantsColor, type Terminal } from "../terminal.js";
import { differences, diffReport } from "./diff-report.js";
import { fixReport } from "./fix-report.js";
import type { LintedFiles } from "./lint-files.js";
import { runsSeen } from "./runs-seen.js";
import { type ExitCode, FINDINGS, SUCCESS } from "../exit-codes.js";

/** What was judged. */
export interface Judged extends LintedFiles {
  /** Changes to sources and lock files together. */
  readonly changed: readonly DurableFix[];
}

/**
 * Prints findings and fixes.
 *
 * @returns the exit code for the findings
 */
export async function report(judged: Judged, request: LintRequest, terminal: Terminal): Promise<ExitCode> {
  if (request.diff) return await reportDiff(judged, request.sources ? "--fix --sources" : "--fix", terminal);
  const { stdout, stderr } = terminal;
  const results = judged.files.map(({ found, fixed }) => fixed ?? found);
  const name: Format = request.format ?? (stdout.isTTY === true ? "full" : "stylish");
  const shown = request.quiet ? results.map(onlyErrors) : results;
  stdout.write(await format(name, shown, terminal));
  if (request.summary !== undefined)
    await appendText(
      resolve(terminal.cwd, request.summary),
      request.summary,
      await format("markdown", shown, terminal),
    );

  const [errors, warnings] = [totalOf(results, "errorCount"), totalOf(results, "warningCount")];
  if (!request.quiet) {
    const summary = isForPeople(name) ? stdout : stderr;
    summary.write(sourcesReport(judged.changed, terminal.cwd));
    summary.write(await fixReport(judged.files));
    if (errors + warnings === 0) summary.write(`No findings: ${seen(judged)}.\n`);
  }
  if (errors > 0) return FINDINGS;
  const { maxWarnings } = request;
  if (maxWarnings === undefined || warnings <= maxWarnings) return SUCCESS;
  stderr.write(`There are more warnings than \`--max-warnings ${maxWarnings}\` allows.\n`);
  return FINDINGS;
}

/** Prints the patch to standard output, everything else to standard error. */
async function reportDiff(judged: Judged, command: string, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout, stderr } = terminal;
  const changes = differences(judged, cwd);
  stdout.write(await diffReport(changes, wantsColor(terminal)));
  const changed = changes.length;
  const left = totalOf(
    judged.files.map(({ found, fixed }) => fixed ?? found),
    "errorCount",
  );
  stderr.write(
    changed > 0
      ? `\`${command}\` would change ${count(changed, "file")}.\n`
      : `\`${command}\` would change nothing.\n`,
  );
  if (left > 0)
    stderr.write(
      `${count(left, "error")} would remain. Run \`gh-aw-lint\` without \`--diff\` to list all errors.\n`,
    );
  return changed + left > 0 ? FINDINGS : SUCCESS;
}

function seen({ files, ignored }: Judged): string {
  const outcomes = files.map((file) => file.outcomes());
  const rest = ignored.length > 0 ? `; ${count(ignored.length, "file")} ignored` : "";
  return runsSeen(outcomes) + rest;
}

function onlyErrors(result: LintResult): LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}
