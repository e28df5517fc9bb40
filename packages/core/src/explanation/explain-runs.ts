import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import { mayRunCodex, readWorkflow } from "../runs/index.js";
import { type JudgedRun, judgeWorkflow } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { explainApiProxy } from "./api-proxy.js";
import { explainAwfVersion } from "./awf-version.js";
import { explainCodexVersion } from "./codex-version.js";
import { configLines } from "./config-lines.js";
import { explainOptions } from "./options.js";
import { explainOutcome } from "./outcome.js";
import type { RunExplanation } from "./run-explanation.js";
import { explainUnknowns } from "./unknowns.js";

/**
 * Explains what each Codex run of a lock file does, and which parts of the file determine it. Any text is valid input.
 *
 * @throws {RangeError} for an invalid option
 */
export function explainRuns(text: string, options: DiagnoseOptions = {}): readonly RunExplanation[] {
  checkOptions(options);
  return mayRunCodex(text) ? explainWorkflow(readWorkflow(text), options) : [];
}

/**
 * Like `explainRuns`, for a parsed file.
 *
 * @throws {RangeError} for an invalid option
 */
export function explainWorkflow(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly RunExplanation[] {
  checkOptions(options);
  if (!mayRunCodex(workflow.text)) return [];
  return judgeWorkflow(workflow, options).map((judged) => explainRun(workflow, judged, options));
}

function explainRun(workflow: Workflow, judged: JudgedRun, options: DiagnoseOptions): RunExplanation {
  const { run } = judged;
  const outcome = explainOutcome(workflow, judged, options);
  return {
    job: run.job.id,
    step: run.step.name,
    span: run.span,
    starter: run.starter,
    codex: explainCodexVersion(workflow, run),
    awf: explainAwfVersion(workflow, run),
    apiProxy: explainApiProxy(run),
    configPath: run.configPath,
    configs: run.config.map((content) => content && configLines(content, workflow.text)),
    options: explainOptions(run),
    outcome,
    unknowns: explainUnknowns(workflow, run),
  };
}
