import { lineNumbers } from "../text/index.js";
import type { ConfigLine, ExplainedFact, RunExplanation } from "./run-explanation.js";

/** Formats an explanation as plain text for a terminal. `text` is that of the lock file, for line numbers. */
export function explanationText(text: string, runs: readonly RunExplanation[]): string {
  const lineOf = lineNumbers(text);
  const total = `${runs.length === 0 ? "No" : runs.length} Codex run${runs.length === 1 ? "" : "s"} in AWF.\n`;
  return [total, ...runs.map((run) => runText(run, lineOf))].join("\n");
}

/** The line of an offset, counted from 1. */
type LineOf = (offset: number) => number;

function runText(run: RunExplanation, lineOf: LineOf): string {
  const step = run.step === undefined ? "" : `, step "${run.step}"`;
  return [
    `Job ${run.job}${step} (line ${lineOf(run.span.start)})`,
    ...fact(
      "Outcome",
      { value: run.outcome.kind, because: run.outcome.reason, span: run.outcome.span },
      lineOf,
    ),
    ...fact("Codex", run.codex, lineOf),
    ...fact("AWF", run.awf, lineOf),
    ...fact("API proxy", run.apiProxy, lineOf),
    ...run.configs.flatMap((lines) => configText(run.configPath, lines, lineOf)),
    ...section(
      "Options on Codex's command line",
      run.options.map(({ text, span, counts }) => {
        const location = span ? ` (line ${lineOf(span.start)})` : "";
        return `${text}${location}${counts ? "" : ", which this Codex discards"}`;
      }),
    ),
    ...section("Not determined by this file", run.unknowns),
    "",
  ].join("\n");
}

function fact(name: string, { value, because, span }: ExplainedFact, lineOf: LineOf): readonly string[] {
  return [
    `  ${`${name}:`.padEnd(11)}${value}${span ? ` (line ${lineOf(span.start)})` : ""}`,
    `    ${because}`,
  ];
}

function configText(
  path: string,
  lines: readonly ConfigLine[] | undefined,
  lineOf: LineOf,
): readonly string[] {
  if (!lines) return [`  ${path}: no file`];
  const rows = lines.map((line) => {
    const number = String(lineOf(line.span.start)).padStart(5);
    if (line.kind === "unknown") return `${number} * ${line.what}`;
    return `${number} ${line.from === "command" ? "*" : "|"} ${line.text}`.trimEnd();
  });
  return [`  ${path}, by line of this file (* written by the command there):`, ...rows];
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`  ${title}:`, ...items.map((item) => `    ${item}`)];
}
