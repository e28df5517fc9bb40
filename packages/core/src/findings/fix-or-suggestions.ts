import {
  type AssembledConfig,
  type DiagnoseOptions,
  type Fault,
  findAddressFault,
  findFault,
  type Judgement,
  whyNoCredential,
} from "../faults/index.js";
import { fixesFor, providerFor } from "../fix/index.js";
import type { NoFixReason } from "../messages/index.js";
import { type CodexRun, readWorkflow } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import { type JudgedRun, judgeWorkflow, makesAnotherRunWorse, whyUntried } from "../verdict/index.js";
import { editedWorkflow, type Workflow } from "../workflow/index.js";
import type { Suggestion } from "./finding.js";

/** The fix of a finding, or the suggestions for a user to choose from. */
export interface RunFix {
  /** Why there is neither; `undefined` if there is one, or if no fix of such a fault is known. */
  readonly whyNot: NoFixReason | undefined;
  readonly fix: readonly TextEdit[] | undefined;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Tries the fixes of a fault, the best first, and offers those that make the run reach the proxy. A run whose key AWF
 * lacks gets none: it would end with the proxy's 404 instead.
 */
export function fixRun(
  workflow: Workflow,
  { run, index }: JudgedRun,
  fault: Fault,
  config: AssembledConfig | undefined,
  options: DiagnoseOptions,
): RunFix {
  const suggestions: Suggestion[] = [];
  const fixes = fixesFor(fault, { run, config, provider: providerFor(run, options) });
  const untried = whyUntried(workflow) ?? whyNoCredential(run);
  if (fixes.length > 0 && untried !== undefined) return { fix: undefined, suggestions, whyNot: untried };
  const failures: NoFixReason[] = [];
  for (const fix of fixes) {
    const { suggestionTitle } = fix;
    if (suggestions.length > 0 && suggestionTitle === undefined) break;
    const edits = fix.edits();
    const failure = edits ? whyNotEnough(workflow, edits, index, fault, options) : "noLocation";
    if (!edits || failure !== undefined) failures.push(failure ?? "noLocation");
    else if (suggestionTitle === undefined) return { fix: edits, suggestions: [], whyNot: undefined };
    else suggestions.push({ title: suggestionTitle, edits });
  }
  return { fix: undefined, suggestions, whyNot: suggestions.length > 0 ? undefined : closest(failures) };
}

/** The failure of the edit that came closest to a fix. */
function closest(failures: readonly NoFixReason[]): NoFixReason | undefined {
  const order: readonly NoFixReason[] = ["breaksAnotherRun", "notEnough", "noLocation"];
  return order.find((reason) => failures.includes(reason));
}

/**
 * Why edits do not fix a fault, by judging the fixed file; `undefined` if they do. A fix may reveal another fault: an
 * existing provider may name a key that the container lacks, and an existing address, hidden until now by a missing
 * key, may be wrong. Such a remaining fault must be fixable, too.
 */
function whyNotEnough(
  workflow: Workflow,
  edits: readonly TextEdit[],
  index: number,
  fault: Fault,
  options: DiagnoseOptions,
): NoFixReason | undefined {
  const fixed = editedWorkflow(workflow, edits);
  const after = judgeWorkflow(fixed, options);
  const judged = after[index];
  if (judged?.verdict.kind !== "judged") return "notEnough";
  if (makesAnotherRunWorse(judgeWorkflow(workflow, options), after, index, options))
    return "breaksAnotherRun";
  const { judgement } = judged.verdict;
  const isKey = fault.kind === "refused" && fault.reason.kind === "missingEnvironmentVariable";
  const isAddress =
    fault.kind === "wrongAddress" || (fault.kind === "refused" && fault.reason.kind === "unusableBaseUrl");
  if (faultLeft(judged.run, judgement, isKey, options))
    return canFixRest(fixed.text, index, isKey, options) ? undefined : "notEnough";
  const next = addressFaultOf(judged.run, judgement, options);
  const { outcome } = judgement;
  // WebSockets at the proxy may have been on before; they are a separate fault.
  const isReached = outcome === "proxied" || (isAddress && outcome === "websocket");
  return isReached && !(isAddress && next) ? undefined : "notEnough";
}

/** The fault that the fix revealed, for the next pass to fix. */
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

/** Whether the next pass can fix it. Reads the fixed file again, because edits need its offsets. */
function canFixRest(text: string, index: number, wasKey: boolean, options: DiagnoseOptions): boolean {
  const workflow = readWorkflow(text);
  const judged = judgeWorkflow(workflow, options)[index];
  if (judged?.verdict.kind !== "judged") return false;
  const { judgement } = judged.verdict;
  const fault = faultLeft(judged.run, judgement, wasKey, options);
  return fault !== undefined && fixRun(workflow, judged, fault, judgement.config, options).fix !== undefined;
}

function addressFaultOf(run: CodexRun, judgement: Judgement, options: DiagnoseOptions): Fault | undefined {
  return findAddressFault(run, judgement, options) ?? faultOfReason(judgement, "unusableBaseUrl");
}

function faultOfReason(judgement: Judgement, kind: Judgement["reason"]["kind"]): Fault | undefined {
  return judgement.reason.kind === kind ? findFault(judgement) : undefined;
}
