import lt from "semver/functions/lt.js";
import { argumentOf, type Fault, type Judgement } from "../faults/index.js";
import { codexRelease, ignoresOpenAiBaseUrl } from "../codex/releases/index.js";
import type { CodexRun } from "../runs/index.js";
import type { DiagnoseOptions, FindingOutcome } from "../faults/index.js";
import { restoreExpressions } from "../shell/index.js";
import { spanInFile, type Span } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { codexName } from "./codex-name.js";
import { dataOf } from "./fault-data.js";
import { faultsOf } from "./faults-of.js";
import type { Finding } from "./finding.js";
import type { JudgedRun } from "./judge-workflow.js";
import { reportAt } from "./report-place.js";
import { lastingCompiler, RECOMPILE, remedyFor } from "./remedy.js";
import { repairRun } from "./fix-run.js";

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
  const data = { job: run.job.id, codex: codexName(run.codexVersion) };
  const outcomes: readonly string[] = options.outcomes ?? DEFAULT_OUTCOMES;
  const isAffected = !isBefore(run.codexVersion, options.minimumCodexVersion ?? ignoresOpenAiBaseUrl.since);
  if (verdict.kind === "undetermined") {
    if (!isAffected || !outcomes.includes("undetermined")) return [];
    const finding: Finding = {
      outcome: "undetermined",
      kind: "undetermined",
      ...reportAt(workflow, run.span, { ...data, cause: verdict.cause, remedy: RECOMPILE }),
      fix: undefined,
      suggestions: [],
    };
    return [finding];
  }
  const { judgement } = verdict;
  return faultsOf(run, judgement, workflow.text, options)
    .filter(({ outcome }) => outcomes.includes(outcome) && (outcome !== "direct" || isAffected))
    .map(({ fault, ...name }) => {
      const { fix, suggestions } = repairRun(workflow, judged, fault, judgement.config, options);
      const isMended = fix !== undefined || suggestions.length > 0;
      const remedy = remedyFor(fault, run, judgement, isMended, options);
      const compiler = lastingCompiler(fault);
      return {
        ...name,
        ...reportAt(workflow, placeOfFault(fault, run, judgement), {
          ...data,
          awf: run.awfVersion ?? "latest",
          ...dataOf(fault, run),
          remedy: restoreExpressions(remedy, workflow.text),
          ...(compiler === undefined ? {} : { compiler }),
        }),
        fix,
        suggestions,
      };
    });
}

function isBefore(version: string | undefined, bound: string): boolean {
  return lt(codexRelease(version), bound);
}

/** The place to look at: in the configuration or on the command line, else where Codex starts. */
export function placeOfFault(fault: Fault, run: CodexRun, { config, reason }: Judgement): Span {
  if (fault.kind === "misaddressed" && fault.reason.variable !== undefined)
    return run.step.env.get(fault.reason.variable)?.keySpan ?? run.span;
  if (config && fault.place) return spanInFile(config.text, fault.place.start, fault.place.end);
  const argument = argumentOf(reason);
  const word = argument === undefined ? undefined : run.argumentPlaces[argument];
  if (word) return spanInFile(word.script, word.start, word.end);
  const isRead = !run.args.includes("--ignore-user-config");
  return (isRead && lacksProvider(fault) ? config?.opening : undefined) ?? run.span;
}

function lacksProvider(fault: Fault): boolean {
  return (
    fault.kind === "noProvider" || (fault.kind === "websocket" && fault.reason.kind === "environmentBaseUrl")
  );
}
