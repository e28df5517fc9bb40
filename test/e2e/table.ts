import type { Change, ExaminedRun } from "./examine.js";
import { needsKey, problemsOf } from "./judgement.js";
import { LATER } from "./pin.js";

const header: readonly string[] = [
  "file",
  "job",
  "step",
  "pin",
  "fix",
  "at pin",
  ...LATER.map((version) => `at ${version}`),
  "keys",
  "failed steps",
];

/** All runs as a table, the failed steps before Codex, and the number of runs of each kind. */
export function formatRuns(runs: readonly ExaminedRun[]): string {
  const failures = [...new Set(runs.flatMap((run) => run.failures))];
  const rows = runs.map((run) => [
    ...[shortName(run.file), run.job, run.step, run.pin, run.fix],
    ...[changeText(run.atPin), ...run.later.map(changeText), keysText(run)],
    run.failures.map((failure) => `[${failures.indexOf(failure) + 1}]`).join(" "),
  ]);
  const notes = failures.map((failure, index) => `[${index + 1}] ${failure}`);
  return [...align([header, ...rows]), "", ...notes, ...(notes.length > 0 ? [""] : []), summary(runs)].join(
    "\n",
  );
}

/** Shortens a name at its start, because its end is more specific. */
function shortName(file: string): string {
  const name = file.replace(/\.lock\.yml$/, "");
  return name.length > 50 ? `…${name.slice(-49)}` : name;
}

function changeText({ before, after }: Change): string {
  return `${before} -> ${after}`;
}

function keysText({ atPin, later }: ExaminedRun): string {
  const outcomes = [atPin, ...later].flatMap(({ afterWithKey }) => afterWithKey ?? []);
  return outcomes.length > 0 ? `with OPENAI_API_KEY: ${[...new Set(outcomes)].join(", ")}` : "";
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function summary(runs: readonly ExaminedRun[]): string {
  const count = (isSo: (run: ExaminedRun) => boolean): number => runs.filter(isSo).length;
  const isWell = (run: ExaminedRun): boolean => problemsOf(run).length === 0;
  return [
    `${runs.length} runs`,
    `${count((run) => run.fix === "fixed" && isWell(run) && !needsKey(run))} fixed and proxied`,
    `${count((run) => run.fix === "fixed" && isWell(run) && needsKey(run))} fixed, and proxied with a placeholder key only`,
    `${count((run) => run.fix === "no fix")} without a fix`,
    `${count((run) => run.fix === "not reported")} not reported`,
    `${count((run) => !isWell(run))} with a problem`,
  ].join(", ");
}
