import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import { workflow } from "../../support/workflow.js";

/** The Codex runs of a compiled workflow with one job whose steps have these scripts. */
export function runsOf(
  scripts: string | readonly string[],
  env: Readonly<Record<string, string>> = {},
): readonly CodexRun[] {
  const steps = [scripts].flat().map((run) => ({ name: "Step", run: `${run}\n\n`, env }));
  return findCodexRuns(parseWorkflow(workflow({ header: {}, jobs: { agent: steps } })));
}
