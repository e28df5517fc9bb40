import lt from "semver/functions/lt.js";
import { codexRelease, ignoresOpenAiBaseUrl } from "../codex/releases/index.js";
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
import { faultData } from "./fault-data.js";
import { type Finding, ruleOfOutcome } from "./finding.js";
import { fixRun } from "./fix-or-suggestions.js";
import { lastingCompiler, remedyFor } from "./remedy.js";
import { reportAt } from "./report-location.js";
import { undeterminedRun } from "./undetermined-run.js";

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

/** What ends with 401, or may do so. */
const DEFAULT_OUTCOMES: readonly FindingOutcome[] = ["direct", "undetermined"];

/** What there is to say about a run; nothing if it goes through AWF's API proxy, or is not to be looked at. */
export function describeRun(
  workflow: Workflow,
  judged: JudgedRun,
  options: DiagnoseOptions,
): readonly Finding[] {
  const { run, verdict } = judged;
  if (verdict.kind === "noCodex") return [];
  const outcomes: readonly string[] = options.outcomes ?? DEFAULT_OUTCOMES;
  const isAffected = !isBefore(run.codexVersion, options.minimumCodexVersion ?? ignoresOpenAiBaseUrl.since);
  if (verdict.kind === "undetermined") {
    if (!isAffected || !outcomes.includes("undetermined")) return [];
    return [{ outcome: "undetermined", ...undeterminedRun(workflow, run, verdict.cause) }];
  }
  const { judgement } = verdict;
  return findFaults(run, judgement, workflow.text, options)
    .filter(({ outcome }) => outcomes.includes(outcome) && (outcome !== "direct" || isAffected))
    .map((named) => {
      const { fault, ...name } = named;
      const { fix, suggestions, whyNot } = fixRun(workflow, judged, fault, judgement.config, options);
      const isMended = fix !== undefined || suggestions.length > 0;
      const data = faultData(fault, run);
      const remedy = remedyFor(named, run, judgement, data, isMended, whyNot, options);
      const compiler = lastingCompiler(fault);
      const report = reportAt(workflow, locationOfFault(fault, run, judgement), {
        ...data,
        remedy: remedy,
        ...(compiler === undefined ? {} : { compiler }),
      });
      const ruleId = ruleOfOutcome[name.outcome];
      return {
        ...name,
        ruleId,
        severity: severityOf(ruleId),
        message: messageOf(ruleId, name.kind, report.data),
        ...report,
        fix,
        suggestions,
      };
    });
}

function isBefore(version: string | undefined, bound: string): boolean {
  return lt(codexRelease(version), bound);
}

/** The place to look at: in the configuration or on the command line, else where Codex starts. */
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
