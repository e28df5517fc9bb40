import type { Fault, Judgement } from "../codex/judge/index.js";
import type { DiagnoseOptions } from "../options.js";
import { providerFor, repairsOf } from "../repair/index.js";
import { applyEdits, type TextEdit } from "../text/index.js";
import { parseWorkflow } from "../workflow/index.js";
import type { Suggestion } from "./finding.js";
import { judgeWorkflow, type JudgedRun } from "./judge-workflow.js";

/** How a finding is mended: by one repair that is certain, or by one of several that a person chooses. */
export interface RunRepair {
  readonly fix: readonly TextEdit[] | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** Tries the repairs of a fault, the best first, and offers those with which the run reaches the proxy. */
export function repairRun(
  text: string,
  { run, index }: JudgedRun,
  fault: Fault,
  { config }: Judgement,
  options: DiagnoseOptions,
): RunRepair {
  const suggestions: Suggestion[] = [];
  for (const repair of repairsOf(fault, run, config, providerFor(run, options))) {
    if (suggestions.length > 0 && repair.certain) break;
    const edits = repair.edits();
    if (!edits || !reachesProxy(text, edits, index, options)) continue;
    if (repair.certain) return { fix: edits, suggestions: [] };
    suggestions.push({ title: repair.title, edits });
  }
  return { fix: undefined, suggestions };
}

/**
 * Judges the mended file. A provider that was there before may name a key that the container lacks: the run
 * then fails for that reason alone, which is another fault than this one.
 */
function reachesProxy(
  text: string,
  edits: readonly TextEdit[],
  index: number,
  options: DiagnoseOptions,
): boolean {
  const mended = judgeWorkflow(parseWorkflow(applyEdits(text, edits)), options)[index]?.verdict;
  if (mended?.kind !== "judged") return false;
  const { outcome, reason } = mended.judgement;
  return outcome === "proxied" || reason.kind === "missingEnvironmentVariable";
}
