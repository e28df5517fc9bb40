import {
  findAddressFault,
  findFault,
  type AssembledConfig,
  type Fault,
  type Judgement,
} from "../faults/index.js";
import { readWorkflow, type CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { providerFor, repairsOf } from "../fix/index.js";
import type { TextEdit } from "../text/index.js";
import { editedWorkflow, type Workflow } from "../workflow/index.js";
import type { Suggestion } from "./notice.js";
import { isRepairable, judgeWorkflow, type JudgedRun } from "./judge-workflow.js";
import { worsensAnother } from "./worsened-run.js";

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
  const repairs = isRepairable(workflow)
    ? repairsOf(fault, { run, config, provider: providerFor(run, options) })
    : [];
  for (const repair of repairs) {
    const { choice } = repair;
    if (suggestions.length > 0 && choice === undefined) break;
    const edits = repair.edits();
    if (!edits || !reachesProxy(workflow, edits, index, fault, options)) continue;
    if (choice === undefined) return { fix: edits, suggestions: [] };
    suggestions.push({ title: choice, edits });
  }
  return { fix: undefined, suggestions };
}

/**
 * Judges the mended file. A provider that was there before may name a key that the container lacks: the run
 * then fails for that reason, which is another fault than this one, and so is an address that a key which was
 * missing kept from sight. What is left must be mendable, too.
 */
function reachesProxy(
  workflow: Workflow,
  edits: readonly TextEdit[],
  index: number,
  fault: Fault,
  options: DiagnoseOptions,
): boolean {
  const mended = editedWorkflow(workflow, edits);
  const after = judgeWorkflow(mended, options);
  const judged = after[index];
  if (judged?.verdict.kind !== "judged") return false;
  if (worsensAnother(judgeWorkflow(workflow, options), after, index, options)) return false;
  const { judgement } = judged.verdict;
  const isKey = fault.kind === "refused" && fault.reason.kind === "missingEnvironmentVariable";
  const isAddress =
    fault.kind === "misaddressed" || (fault.kind === "refused" && fault.reason.kind === "unusableBaseUrl");
  if (faultLeft(judged.run, judgement, isKey, options))
    return canMendRest(mended.text, index, isKey, options);
  const next = addressFaultOf(judged.run, judgement, options);
  const { outcome } = judgement;
  // WebSockets at the proxy may have been on before, and are a fault of their own.
  return (outcome === "proxied" || (isAddress && outcome === "websocket")) && !(isAddress && next);
}

/** What another pass is to mend: the repair brought it to light. */
function faultLeft(
  run: CodexRun,
  judgement: Judgement,
  wasKey: boolean,
  options: DiagnoseOptions,
): Fault | undefined {
  return wasKey
    ? addressFaultOf(run, judgement, options)
    : faultOfReason(judgement, "missingEnvironmentVariable");
}

/** Whether that pass can do so. Its edits need the places of the mended file. */
function canMendRest(text: string, index: number, wasKey: boolean, options: DiagnoseOptions): boolean {
  const workflow = readWorkflow(text);
  const judged = judgeWorkflow(workflow, options)[index];
  if (judged?.verdict.kind !== "judged") return false;
  const { judgement } = judged.verdict;
  const fault = faultLeft(judged.run, judgement, wasKey, options);
  return (
    fault !== undefined && repairRun(workflow, judged, fault, judgement.config, options).fix !== undefined
  );
}

function addressFaultOf(run: CodexRun, judgement: Judgement, options: DiagnoseOptions): Fault | undefined {
  return findAddressFault(run, judgement, options) ?? faultOfReason(judgement, "unusableBaseUrl");
}

function faultOfReason(judgement: Judgement, kind: Judgement["reason"]["kind"]): Fault | undefined {
  return judgement.reason.kind === kind ? findFault(judgement) : undefined;
}
