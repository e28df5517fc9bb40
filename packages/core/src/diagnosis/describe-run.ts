import { findFault, type Fault, type Judgement } from "../codex/judge/index.js";
import type { CodexRun } from "../codex/run/index.js";
import type { DiagnoseOptions } from "../options.js";
import { firstLine, spanInFile, type Span } from "../text/index.js";
import type { Finding } from "./finding.js";
import type { JudgedRun } from "./judge-workflow.js";
import { remedyFor, remedyForUndetermined } from "./remedy.js";
import { repairRun } from "./repair-run.js";

/** What there is to say about a run; `undefined` if it does not go to api.openai.com. */
export function describeRun(text: string, judged: JudgedRun, options: DiagnoseOptions): Finding | undefined {
  const { run, verdict } = judged;
  const data = { job: run.job.id, codex: run.codexVersion ?? "latest" };
  if (verdict.kind === "unaffected") return undefined;
  if (verdict.kind === "undetermined") {
    const remedy = remedyForUndetermined(run);
    return {
      ...{
        kind: "undetermined",
        span: firstLine(text, run.span),
        data: { ...data, cause: verdict.cause, remedy },
      },
      ...{ fix: undefined, suggestions: [] },
    };
  }
  const { judgement } = verdict;
  const fault = findFault(judgement);
  if (!fault) return undefined;
  const { fix, suggestions } = repairRun(text, judged, fault, judgement, options);
  const remedy = remedyFor(fault, run, judgement, fix !== undefined || suggestions.length > 0, options);
  return {
    kind: fault.kind,
    span: firstLine(text, placeOf(fault, run, judgement)),
    data: { ...data, ...dataOf(fault), remedy },
    ...{ fix, suggestions },
  };
}

/** The place to look at: in the configuration if that stands in the file, else where Codex starts. */
function placeOf(fault: Fault, run: CodexRun, { config }: Judgement): Span {
  if (config && fault.place) return spanInFile(config.text, fault.place.start, fault.place.end);
  return (fault.kind === "noProvider" ? config?.opening : undefined) ?? run.span;
}

function dataOf(fault: Fault): Readonly<Record<string, string>> {
  switch (fault.kind) {
    case "noProvider":
      return {};
    case "misplacedSelection":
      return { provider: fault.provider, table: fault.key.path.slice(0, -1).join(".") };
    case "notSelected":
    case "baseUrlMissing":
      return { provider: fault.provider };
    case "baseUrlDirect":
      return { provider: fault.provider, baseUrl: fault.baseUrl };
  }
}
