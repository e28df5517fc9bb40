import type { UnknownCause } from "../faults/index.js";
import { type MessageData, remedyOf } from "../messages/index.js";
import { type CodexRun, findCodexInstalls } from "../runs/index.js";
import { contributionOf, resultOf } from "../shell/index.js";
import { lineNumber, type Span, spanInFile } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { runData } from "./fault-data.js";
import { createNotice, type Notice } from "./finding.js";
import { reportAt } from "./report-location.js";

/** The report of an undetermined run: the unknown that it depends on, and how to determine it. */
export function undeterminedRun(
  workflow: Workflow,
  run: CodexRun,
  cause: UnknownCause,
): Notice<UnknownCause["kind"]> {
  const remedy = remedyOf("codex-undetermined", cause.kind, {}, caseOf(cause));
  const report = reportAt(workflow, run.span, { ...undeterminedData(workflow, run, cause), remedy });
  return createNotice("codex-undetermined", {
    kind: cause.kind,
    ...report,
    related: originOf(workflow, run, cause) ?? report.related,
    fix: undefined,
    suggestions: [],
  });
}

/** The message data of an undetermined run. */
export function undeterminedData(workflow: Workflow, run: CodexRun, cause: UnknownCause): MessageData {
  const what = nameOf(cause);
  const origin = originOf(workflow, run, cause);
  const line = origin ? ` (line ${String(lineNumber(workflow.text, origin.start))})` : "";
  return { ...runData(run), cause: `${what}${line}` };
}

/** The cause in words. */
function nameOf({ kind, unknown: { what } }: UnknownCause): string {
  return kind === "undeterminedFile" ? contributionOf(what) : resultOf(what);
}

/** The case that selects one of a message's remedies; empty if there is only one. */
function caseOf({ kind, unknown: { what } }: UnknownCause): string {
  if (kind !== "undeterminedValue") return "";
  return what.startsWith("`") ? "value" : "source";
}

/** The span that the unknown comes from; `undefined` if it is not in the file. */
function originOf(workflow: Workflow, run: CodexRun, cause: UnknownCause): Span | undefined {
  const {
    kind,
    unknown: { origin },
  } = cause;
  if (kind === "undeterminedVersion") return lastInstall(workflow, run);
  return origin.end === 0
    ? undefined
    : { start: origin.start, end: Math.min(workflow.text.length, origin.end) };
}

/** The last install of Codex in the run's job. */
export function lastInstall(workflow: Workflow, { job }: CodexRun): Span | undefined {
  const install = findCodexInstalls(workflow).findLast((one) => one.job.id === job.id);
  return install && spanInFile(install.script, install.span.start, install.span.end);
}
