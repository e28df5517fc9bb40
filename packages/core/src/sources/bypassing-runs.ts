import type { DiagnoseOptions } from "../faults/index.js";
import { describeRun, judgeWorkflow, type Finding, type JudgedRun } from "../findings/index.js";
import { mayRunCodex, readWorkflow } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";

/** A lock file as far as it is read for its source. */
export interface ReadLock {
  readonly workflow: Workflow;
  readonly runs: readonly JudgedRun[];
  /** The runs that go around AWF's API proxy, each with what there is to say about it. */
  readonly bypassing: readonly { readonly judged: JudgedRun; readonly finding: Finding }[];
}

/** Reads a lock file; `undefined` where nothing in it can run Codex, or it is not sound YAML. */
export function readLock(text: string, options: DiagnoseOptions): ReadLock | undefined {
  if (!mayRunCodex(text)) return undefined;
  const workflow = readWorkflow(text);
  if (workflow.problems.length > 0) return undefined;
  const runs = judgeWorkflow(workflow, options);
  const direct: DiagnoseOptions = { ...options, outcomes: ["direct"] };
  const bypassing = runs.flatMap((judged) =>
    describeRun(workflow, judged, direct).map((finding) => ({ judged, finding })),
  );
  return { workflow, runs, bypassing };
}

/** Whether a run of external threat detection is among those that go around the proxy. */
export function hasExternalDetection({ bypassing }: ReadLock): boolean {
  return bypassing.some(({ judged }) => judged.run.starter === "threat-detect");
}

/**
 * Whether a step may run Codex without AWF, where there is no proxy: as threat detection did up to gh-aw v0.49. The
 * compiler writes `engine.args` there, too.
 */
export function hasRunWithoutProxy({ workflow, runs }: ReadLock): boolean {
  const known = new Set(runs.filter(({ run }) => run.apiProxy.on).map(({ run }) => run.step));
  const steps = workflow.jobs.flatMap((job) => job.steps);
  return steps.some((step) => !known.has(step) && /\bcodex\b.*\bexec\b/.test(step.run?.source ?? ""));
}
