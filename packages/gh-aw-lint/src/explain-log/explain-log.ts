import type { FoundSymptom } from "eslint-plugin-gh-aw/core";
import { resolve } from "node:path";
import { createLinter } from "../eslint/index.js";
import { fileInput, standardInput } from "../files/input.js";
import { readText } from "../files/read-text.js";
import { lintFiles, type LintedFile } from "../lint/lint-files.js";
import type { ExplainLogRequest } from "../options/request.js";
import type { Terminal } from "../terminal.js";
import { candidatesOf } from "./candidates.js";
import { explainingFindings } from "./explaining-findings.js";
import { type ExitCode, FINDINGS, SUCCESS } from "../exit-codes.js";

/**
 * Prints the known errors in the log of a failed run, and which finding in a lock file explains each.
 *
 * @returns the exit code: 0 if the log has a known error, else 1
 * @throws UsageError if the log or a configuration cannot be read
 */
export async function explainLog(request: ExplainLogRequest, terminal: Terminal): Promise<ExitCode> {
  const { log, paths } = request;
  const { cwd, stdout } = terminal;
  const text =
    log === "-" ? await standardInput(undefined, terminal).read() : readText(resolve(cwd, log), log);
  const { readLog } = await import("eslint-plugin-gh-aw/core");
  const reading = readLog(text);
  if (reading.symptoms.length === 0) {
    stdout.write(
      "No known error found: this log has none of the errors of Codex, AWF's API proxy and gh-aw that the rules " +
        "cover. Is it the log of the failed job? `gh run view RUN --log-failed` prints it.\n",
    );
    return FINDINGS;
  }
  const { files: candidates, areNamed } = await candidatesOf(reading, paths, cwd);
  const files = candidates.length > 0 ? await judge(candidates, request, cwd) : [];
  const scope = areNamed ? files.map(({ name }) => `\`${name}\``).join(", ") : undefined;
  stdout.write(reading.symptoms.map((symptom) => explain(symptom, files, scope)).join("\n"));
  return SUCCESS;
}

/** Uses all rules, because the log proves that the run failed. */
async function judge(
  paths: readonly string[],
  request: ExplainLogRequest,
  cwd: string,
): Promise<readonly LintedFile[]> {
  const linter = await createLinter({ ...request, strict: true }, paths, cwd);
  const inputs = paths.map((path) => fileInput(path, cwd));
  const { files } = await lintFiles(inputs, linter, { fix: "no", onLinted: () => undefined });
  return files;
}

/** @param scope the files that the log names, as in a sentence */
function explain(symptom: FoundSymptom, files: readonly LintedFile[], scope: string | undefined): string {
  const { line, text, job, meaning, remedy } = symptom;
  const place = `Line ${line} of the log${job === undefined ? "" : `, job ${job}`}:`;
  const said = [place, `  ${text.slice(0, maxTextLength)}`, "", meaning];
  const explanations = explainingFindings(symptom, files);
  if (explanations.length > 0) {
    const findings = explanations.flatMap(({ name, message }) => [
      "",
      `${name}:${message.line}:${message.column} ${message.ruleId ?? ""}`,
      `  ${message.message}`,
      ...(message.fix ? [`  Fix it: npx gh-aw-lint --fix ${name}`] : []),
    ]);
    return [...said, ...findings, ""].join("\n");
  }
  const where = files.length === 0 ? "There is no lock file here." : nothingIn(scope);
  return [...said, `${where} ${remedy}`, ""].join("\n");
}

function nothingIn(scope: string | undefined): string {
  return scope === undefined
    ? "The log names no lock file in this folder, and no finding in any of them explains the error."
    : `No finding in ${scope} explains the error.`;
}

/** A log line can be long; the error is at its start. */
const maxTextLength = 400;
