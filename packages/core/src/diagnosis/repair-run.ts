import type { AssembledConfig, Fault } from "../codex/judge/index.js";
import type { DiagnoseOptions } from "../options.js";
import { providerFor, repairsOf } from "../repair/index.js";
import { applyEdits, type TextEdit } from "../text/index.js";
import { parseWorkflow, type Workflow } from "../workflow/index.js";
import type { Suggestion } from "./finding.js";
import { judgeWorkflow, type JudgedRun } from "./judge-workflow.js";

/** How a finding is mended: by one repair that is certain, or by one of several that a person chooses. */
export interface RunRepair {
  readonly fix: readonly TextEdit[] | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** Tries the repairs of a fault, the best first, and offers those with which the run reaches the proxy. */
export function repairRun(
  workflow: Workflow,
  { run, index }: JudgedRun,
  fault: Fault,
  config: AssembledConfig | undefined,
  options: DiagnoseOptions,
): RunRepair {
  const suggestions: Suggestion[] = [];
  // What is not sound YAML may not be what it seems.
  const repairs =
    workflow.problems.length > 0
      ? []
      : repairsOf(fault, { run, config, provider: providerFor(run, options) });
  for (const repair of repairs) {
    if (suggestions.length > 0 && repair.certain) break;
    const edits = repair.edits();
    if (!edits || !reachesProxy(applyEdits(workflow.text, edits), index, options)) continue;
    if (repair.certain) return { fix: edits, suggestions: [] };
    suggestions.push({ title: repair.title, edits });
  }
  return { fix: undefined, suggestions };
}

/**
 * Judges the mended file. A provider that was there before may name a key that the container lacks: the run
 * then fails for that reason alone, which is another fault than this one.
 */
function reachesProxy(mended: string, index: number, options: DiagnoseOptions): boolean {
  const verdict = judgeWorkflow(parseWorkflow(mended), options)[index]?.verdict;
  if (verdict?.kind !== "judged") return false;
  const { outcome, reason } = verdict.judgement;
  return outcome === "proxied" || reason.kind === "missingEnvironmentVariable";
}
