import { type DiagnoseOptions, findAddressFault } from "../faults/index.js";
import type { JudgedRun } from "./judge-workflow.js";

/** Whether a fix of the run at index `fixed` makes another run worse, which may read the same file. */
export function makesAnotherRunWorse(
  before: readonly JudgedRun[],
  after: readonly JudgedRun[],
  fixed: number,
  options: DiagnoseOptions,
): boolean {
  const others = ({ index }: JudgedRun): boolean => index !== fixed;
  return makesAnyRunWorse(before.filter(others), after.filter(others), options);
}

/** Whether one of the runs is worse than before. */
export function makesAnyRunWorse(
  before: readonly JudgedRun[],
  after: readonly JudgedRun[],
  options: DiagnoseOptions,
): boolean {
  if (before.length !== after.length) return true;
  return before.some((judged, index) => {
    const other = after[index];
    return !other || severity(other, options) > severity(judged, options);
  });
}

/**
 * From 0 (the run works) to 2 (it fails or may fail) and 3 (Codex rejects the configuration, so that another fix, made at the
 * same time, would be of no use).
 */
function severity({ run, verdict }: JudgedRun, options: DiagnoseOptions): number {
  switch (verdict.kind) {
    case "noProxy":
      // Without the proxy, a provider with its address makes Codex fail.
      return verdict.judgement.outcome === "direct" ? 0 : 2;
    case "noCodex":
    case "undetermined":
      return 2;
    case "judged": {
      const { outcome } = verdict.judgement;
      if (outcome === "refused") return 3;
      if (outcome === "direct") return 2;
      if (findAddressFault(run, verdict.judgement, options)) return 2;
      return outcome === "websocket" ? 1 : 0;
    }
  }
}
