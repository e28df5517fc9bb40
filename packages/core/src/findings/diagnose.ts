import {
  argumentOf,
  checkOptions,
  type DiagnoseOptions,
  type Fault,
  findFaults,
  type FindingOutcome,
  type Judgement,
} from "../faults/index.js";
import { messageOf, severityOf } from "../messages/index.js";
import { type CodexRun, mayRunCodex, readWorkflow } from "../runs/index.js";
import { type Span, spanInFile } from "../text/index.js";
import { type JudgedRun, judgeWorkflow } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { isAffected } from "./affected.js";
import { faultData } from "./fault-data.js";
import { type Finding, ruleOfOutcome } from "./finding.js";
import { fixRun } from "./fix-or-suggestions.js";
import { lastingCompiler, remedyFor } from "./remedy.js";
import { reportAt } from "./report-location.js";
import { undeterminedRun } from "./undetermined-run.js";

/**
 * The findings of a lock file's Codex runs, in the order in which they run. Any text is valid input; a file that GitHub
 * cannot read has no findings, and `readingProblem` says why.
 *
 * @throws {RangeError} for an invalid option
 */
export function diagnose(text: string, options: DiagnoseOptions = {}): readonly Finding[] {
  checkOptions(options);
  return mayRunCodex(text) ? diagnoseWorkflow(readWorkflow(text), options) : [];
}

/**
 * Like `diagnose`, for a parsed file.
 *
 * @throws {RangeError} for an invalid option
 */
export function diagnoseWorkflow(workflow: Workflow, options: DiagnoseOptions = {}): readonly Finding[] {
  checkOptions(options);
  return judgeWorkflow(workflow, options).flatMap((judged) => describeRun(workflow, judged, options));
}

/** The outcomes that end with 401, or may do so. */
const DEFAULT_OUTCOMES: readonly FindingOutcome[] = ["direct", "undetermined"];

/** The findings of a run; empty if it uses AWF's API proxy, or if its outcomes are not to be reported. */
export function describeRun(
  workflow: Workflow,
  judged: JudgedRun,
  options: DiagnoseOptions,
): readonly Finding[] {
  const { run, verdict } = judged;
  if (verdict.kind === "noCodex") return [];
  const outcomes: readonly string[] = options.outcomes ?? DEFAULT_OUTCOMES;
  const mayBypass = isAffected(run, options);
  if (verdict.kind === "undetermined") {
    if (!mayBypass || !outcomes.includes("undetermined")) return [];
    return [{ outcome: "undetermined", ...undeterminedRun(workflow, run, verdict.cause) }];
  }
  const { judgement } = verdict;
  return findFaults(run, judgement, workflow.text, options)
    .filter(({ outcome }) => outcomes.includes(outcome) && (outcome !== "direct" || mayBypass))
    .map((named) => {
      const { fault, ...name } = named;
      const fix = fixRun(workflow, judged, fault, judgement.config, options);
      const data = faultData(fault, run);
      const remedy = remedyFor(workflow, named, { run, judgement, data, fix }, options);
      const compiler = lastingCompiler(workflow, fault);
      const report = reportAt(workflow, locationOfFault(fault, run, judgement), {
        ...data,
        remedy,
        ...(compiler === undefined ? {} : { compiler }),
      });
      const ruleId = ruleOfOutcome[name.outcome];
      return {
        ...name,
        ruleId,
        severity: severityOf(ruleId),
        message: messageOf(ruleId, name.kind, report.data),
        ...report,
        fix: fix.fix,
        suggestions: fix.suggestions,
      };
    });
}

/** The span to report: in the configuration or on the command line, or else the start of Codex. */
export function locationOfFault(fault: Fault, run: CodexRun, { config, reason }: Judgement): Span {
  if (fault.kind === "wrongAddress" && fault.reason.variable !== undefined)
    return run.step.env.get(fault.reason.variable)?.keySpan ?? run.span;
  if (config && fault.location) return spanInFile(config.text, fault.location.start, fault.location.end);
  const argument = argumentOf(reason);
  const word = argument === undefined ? undefined : run.argumentLocations[argument];
  if (word) return spanInFile(word.script, word.start, word.end);
  const isRead = !run.args.includes("--ignore-user-config");
  return (isRead && lacksProvider(fault) ? config?.opening : undefined) ?? run.span;
}

function lacksProvider(fault: Fault): boolean {
  return (
    fault.kind === "noProvider" || (fault.kind === "websocket" && fault.reason.kind === "environmentBaseUrl")
  );
}
