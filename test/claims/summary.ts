import type { Comparison } from "./compare.js";

/** Counts the results of comparisons. */
export interface Summary {
  readonly add: (comparison: Comparison, runs: number, isClosed: boolean) => void;
  /** Counts a workflow that was stopped before its end, which is compared with nothing. */
  readonly addStopped: () => void;
  /** Lines that show how many claims were made, and why others were not made. */
  readonly report: () => string;
}

/** Rarer causes are not listed. */
const MAX_CAUSES = 40;

/** Creates an empty summary. */
export function createSummary(): Summary {
  let workflows = 0;
  let stopped = 0;
  let contradictory = 0;
  let starts = 0;
  let checked = 0;
  const causes = new Map<string, number>();
  return {
    add(comparison, runs, isClosed) {
      workflows++;
      starts += runs;
      checked += comparison.checked;
      if (comparison.contradictions.length > 0) contradictory++;
      for (const cause of comparison.withheld) {
        const kind = `${isClosed ? "" : "(with actions) "}${withoutNames(cause)}`;
        causes.set(kind, (causes.get(kind) ?? 0) + 1);
      }
    },
    addStopped() {
      stopped++;
    },
    report() {
      const withheld = [...causes.values()].reduce((sum, count) => sum + count, 0);
      const percent = (count: number): string =>
        `${((100 * count) / Math.max(1, checked + withheld)).toFixed(2)} %`;
      const byCount = [...causes].sort(([, first], [, second]) => second - first);
      return [
        `Workflows: ${workflows}, which started Codex ${starts} times`,
        `Claims checked: ${checked}`,
        `Claims withheld: ${withheld} (${percent(withheld)})`,
        ...byCount.slice(0, MAX_CAUSES).map(([cause, count]) => `  ${percent(count)} ${cause}`),
        `Workflows with contradictions: ${contradictory}`,
        `Workflows that were stopped and not compared: ${stopped}`,
      ].join("\n");
    },
  };
}

/** Combines causes of one kind. */
function withoutNames(cause: string): string {
  return cause
    .replace(/(?<=the file )\S+/, "...")
    .replace(/\$\{\{.*\}\}/s, "an expression")
    .replace(/\$\(.*\)/s, "$(...)")
    .replace(/\s+/g, " ")
    .slice(0, 80);
}
