import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import { remedyOf } from "../messages/index.js";
import { findPossibleStarts, type PossibleStart } from "../runs/index.js";
import { lineNumber } from "../text/index.js";
import { judgeRun } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { isAffected } from "./affected.js";
import { runData } from "./fault-data.js";
import { createNotice, type Notice } from "./finding.js";
import { reportAt } from "./report-location.js";
import { lastInstall } from "./undetermined-run.js";

/**
 * The programs of the repository that may start Codex in AWF, once for each job. One is not reported if Codex would use
 * AWF's API proxy with what the program finds.
 *
 * @throws {RangeError} for an invalid option
 */
export function hiddenStarts(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<"undeterminedProgram">[] {
  checkOptions(options);
  const starts = findPossibleStarts(workflow).filter((start) => mayBypass(start, options));
  return starts
    .filter(({ run }, index) => starts.findIndex((other) => other.run.job === run.job) === index)
    .map((first) => {
      const programs = starts.filter(({ run }) => run.job === first.run.job).map(({ program }) => program);
      return createNotice("codex-undetermined", {
        kind: "undeterminedProgram",
        ...reportAt(workflow, first.run.span, {
          ...runData(first.run),
          preparation: describe(workflow, first),
          cause: eitherOf(new Set(programs)),
          remedy: remedyOf("codex-undetermined", "undeterminedProgram"),
        }),
        fix: undefined,
        suggestions: [],
      });
    });
}

const EITHER = new Intl.ListFormat("en", { type: "disjunction" });

/** Messages name no more programs. */
const MAX_PROGRAMS = 3;

function eitherOf(programs: ReadonlySet<string>): string {
  const named = Array.from(programs).slice(0, MAX_PROGRAMS);
  return EITHER.format(named.length < programs.size ? [...named, "another program"] : named);
}

/** Whether the program would have to change something, so that Codex uses AWF's API proxy. */
function mayBypass({ run }: PossibleStart, options: DiagnoseOptions): boolean {
  if (!isAffected(run, options)) return false;
  const { verdict } = judgeRun(run, options);
  if (verdict.kind === "undetermined") return true;
  return verdict.kind === "judged" && !["proxied", "websocket"].includes(verdict.judgement.outcome);
}

function describe(workflow: Workflow, { run, preparation }: PossibleStart): string {
  if (preparation === "configures") return "configures Codex";
  const install = lastInstall(workflow, run);
  const line = install ? ` (line ${String(lineNumber(workflow.text, install.start))})` : "";
  return `installs Codex${line}`;
}
