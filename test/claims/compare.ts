import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import type { WorkflowRecord } from "../oracle/run-workflow/index.js";
import { judgeWay, type Judged } from "./run-claims.js";

/** What the model claims of a workflow, beside what happened. */
export interface Comparison {
  /** How many claims were compared with what happened. */
  readonly checked: number;
  /** Why others were not made, a cause each. */
  readonly withheld: readonly string[];
  /** Each as a line. */
  readonly contradictions: readonly string[];
}

/** Holds everything that the model claims of a workflow's starts of Codex against a record of it. */
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
    else withheld.push("starts: conditions that are not known");
  }
  for (const record of runs) {
    if (!record.awf) continue;
    const at = `step ${record.step}`;
    const ways = places.flatMap((place) =>
      place.job === record.job && place.step === record.step ? place.ways : [],
    );
    if (ways.length === 0) {
      if (places.every((place) => place.ways.every(isSure)))
        contradictions.push(`${at}: started Codex, of which nothing was said`);
      else withheld.push("starts: not seen");
      continue;
    }
    const judged = ways.map((way) => judgeWay(way, record));
    for (const [index, { about, contradiction }] of closest(judged).entries()) {
      // What one of several ways may do is not known where one of them does not tell.
      const causes = judged.flatMap((way) => way[index]?.withheld ?? []);
      if (contradiction !== undefined) contradictions.push(`${at}: ${about}: ${contradiction}`);
      else if (causes.length > 0)
        withheld.push(...new Set(causes.map((cause) => `${kindOf(about)}: ${cause}`)));
      else checked++;
    }
  }
  return { checked, withheld, contradictions };
}

/** Whether a run does not depend on what is not known. */
function isSure({ answers }: CodexRun): boolean {
  return answers.length === 0;
}

function kindOf(about: string): string {
  return about.startsWith("$") ? "variables" : about;
}

function stepOf({ job, step }: CodexRun): number {
  return job.steps.indexOf(step);
}

/** The way that a run took: the one with which it agrees, or agrees best. */
function closest(ways: readonly (readonly Judged[])[]): readonly Judged[] {
  const cost = (way: readonly Judged[]): number =>
    way.reduce(
      (sum, { contradiction, withheld }) =>
        sum + (contradiction === undefined ? 0 : 1000) + (withheld.length > 0 ? 1 : 0),
      0,
    );
  return ways.toSorted((first, second) => cost(first) - cost(second))[0] ?? [];
}
