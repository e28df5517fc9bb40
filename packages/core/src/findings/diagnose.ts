import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import { mayRunCodex, readWorkflow } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";
import { describeRun } from "./describe-run.js";
import type { Finding } from "./finding.js";
import { judgeWorkflow } from "./judge-workflow.js";

/**
 * What is wrong with the Codex runs of a lock file, in the order in which they run. No text makes it throw.
 *
 * @throws {RangeError} for an option that is none
 */
export function diagnose(text: string, options: DiagnoseOptions = {}): readonly Finding[] {
  checkOptions(options);
  return mayRunCodex(text) ? diagnoseWorkflow(readWorkflow(text), options) : [];
}

/** The same for a file that is read already. */
export function diagnoseWorkflow(workflow: Workflow, options: DiagnoseOptions = {}): readonly Finding[] {
  checkOptions(options);
  return judgeWorkflow(workflow, options).flatMap((judged) => describeRun(workflow, judged, options));
}
