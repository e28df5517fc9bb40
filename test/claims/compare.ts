import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import type { WorkflowRecord } from "../oracle/run-workflow/index.js";
import { judgeWay, type Judged } from "./run-claims.js";

/** The model's claims about a workflow, compared with what happened. */
export interface Comparison {
  /** The number of claims that hold. */
  readonly checked: number;
  /** The causes for which claims were not made. */
  readonly withheld: readonly string[];
  /** A line for each claim that does not hold. */
  readonly contradictions: readonly string[];
}

/** Compares everything that the model claims about a workflow's Codex starts with a record of the workflow. */
export function compare(text: string, { runs }: WorkflowRecord): Comparison {
  const places = findCodexRuns(parseWorkflow(text)).map((run) => ({
    step: stepOf(run),
    job: run.job.id,
    ways: run.ways.length > 0 ? run.ways : [run],
  }));
  let checked = 0;
  const withheld: string[] = [];
  const contradictions: string[] = [];
  for (const { job, step, ways } of places) {
    if (runs.some((record) => record.job === job && record.step === step)) checked++;
    else if (ways.every(isSure)) contradictions.push(`step ${step}: claimed to start Codex, but did not`);
    else withheld.push("starts: unknown conditions");
  }
  for (const record of runs) {
    if (!record.awf) continue;
    const at = `step ${record.step}`;
    const ways = places.flatMap((place) =>
      place.job === record.job && place.step === record.step ? place.ways : [],
    );
    if (ways.length === 0) {
      if (places.every((place) => place.ways.every(isSure)))
        contradictions.push(`${at}: started Codex, but the model claims no start`);
      else withheld.push("starts: not found");
      continue;
    }
    const judged = ways.map((way) => judgeWay(way, record));
    for (const [index, { about, contradiction }] of closest(judged).entries()) {
      // If any of several ways makes no claim, the result of all ways is unknown.
      const causes = judged.flatMap((way) => way[index]?.withheld ?? []);
      if (contradiction !== undefined) contradictions.push(`${at}: ${about}: ${contradiction}`);
      else if (causes.length > 0)
        withheld.push(...new Set(causes.map((cause) => `${kindOf(about)}: ${cause}`)));
      else checked++;
    }
  }
  return { checked, withheld, contradictions };
}

/** Whether a run depends on no unknown condition. */
function isSure({ answers }: CodexRun): boolean {
  return answers.length === 0;
}

function kindOf(about: string): string {
  return about.startsWith("$") ? "variables" : about;
}

function stepOf({ job, step }: CodexRun): number {
  return job.steps.indexOf(step);
}

/** The way that matches the run best. */
function closest(ways: readonly (readonly Judged[])[]): readonly Judged[] {
  const cost = (way: readonly Judged[]): number =>
    way.reduce(
      (sum, { contradiction, withheld }) =>
        sum + (contradiction === undefined ? 0 : 1000) + (withheld.length > 0 ? 1 : 0),
      0,
    );
  return ways.toSorted((first, second) => cost(first) - cost(second))[0] ?? [];
}
