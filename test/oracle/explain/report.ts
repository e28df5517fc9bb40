import type { RunExplanation } from "@gh-aw-lint/core";
import type { CodexRunRecord, JobRecord, WorkflowRecord } from "../run-workflow/index.js";

/** A record as text, with the linter's explanation of each run. */
export function report(
  file: string,
  { jobs, runs }: WorkflowRecord,
  words: readonly (readonly RunExplanation[])[],
): string {
  const parts = runs.map((run, index) => runText(run, jobs, words[index] ?? []));
  return [
    `${file}: ${runs.length === 1 ? "1 Codex run" : `${runs.length} Codex runs`}`,
    ...jobs.flatMap(jobText),
    ...parts,
    "",
  ].join("\n");
}

function jobText({ id, result, steps, notes }: JobRecord): readonly string[] {
  const failed = steps.filter(({ outcome }) => outcome === "failure");
  return [
    `  job ${id}: ${result}`,
    ...failed.map(
      (step) =>
        `    ${stepName(step.name, step.index)} failed: ${lastLine(step.output) || `exit code ${String(step.exitCode)}`}`,
    ),
    ...notes.map((note) => `    ${note}`),
  ];
}

function runText(run: CodexRunRecord, jobs: readonly JobRecord[], words: readonly RunExplanation[]): string {
  const step = jobs.find(({ id }) => id === run.job)?.steps[run.step];
  const matrix = Object.keys(run.matrix).length > 0 ? ` ${JSON.stringify(run.matrix)}` : "";
  const said = (pick: (explanation: RunExplanation) => string): string =>
    words.length === 0 ? "no run" : [...new Set(words.map(pick))].join(" or ");
  const { answer } = run;
  const rows: readonly (readonly [label: string, value: string, linter: string | undefined])[] = [
    ["version", run.version, said(({ codex }) => codex.value)],
    ["API proxy", run.awf?.apiProxy ?? "no AWF", said(({ apiProxy }) => apiProxy.value)],
    ["CODEX_HOME", run.codexHome, said(({ configPath }) => configPath)],
    ["arguments", run.args.map(quoted).join(" "), undefined],
    ["outcome", answer?.outcome ?? "not asked", said(({ outcome }) => outcome.kind)],
    ...(answer?.error ?? []).map((line) => ["error", line, undefined] as const),
  ];
  return [
    `  ${run.job}${matrix}, ${stepName(step?.name, run.step)}`,
    ...rows.map(
      ([label, value, linter]) =>
        `    ${label.padEnd(12)}${value}${linter === undefined ? "" : `   (linter: ${linter})`}`,
    ),
    ...words.map(({ outcome }) => `    ${"".padEnd(12)}linter: ${outcome.reason}`),
    `    config.toml${run.config === null ? " is not there" : ""}`,
    ...(run.config ?? "")
      .split("\n")
      .slice(0, -1)
      .map((line) => `      | ${line}`),
  ].join("\n");
}

function stepName(name: string | undefined, index: number): string {
  return name === undefined ? `step ${index + 1}` : `step ${index + 1} "${name}"`;
}

function lastLine(output: string): string {
  return output.trimEnd().split("\n").at(-1) ?? "";
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
