import type { DiagnoseOptions } from "../faults/index.js";
import { describeRun, type Finding } from "../findings/index.js";
import { mayRunCodex, readWorkflow } from "../runs/index.js";
import { applyEdits, type TextEdit } from "../text/index.js";
import { type JudgedRun, judgeWorkflow, makesAnyRunWorse } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { argumentEdits } from "./engine.js";
import { algorithmOf, readStoredHashes } from "./lock-state.js";
import { type ChangedFile, withChanges } from "./repository.js";
import { hashedJson, hashOf, type SourceFile } from "./source-hash.js";

/** The parts of a lock file that matter for its source. */
export interface ReadLock {
  readonly workflow: Workflow;
  readonly runs: readonly JudgedRun[];
  /** The runs that bypass AWF's API proxy, each with its finding. */
  readonly bypassing: readonly { readonly judged: JudgedRun; readonly finding: Finding }[];
}

/** Reads a lock file; `undefined` if it cannot run Codex, or if it is not valid YAML. */
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

/** Whether a run of external threat detection bypasses the proxy. */
export function hasExternalDetection({ bypassing }: ReadLock): boolean {
  return bypassing.some(({ judged }) => judged.run.starter === "threat-detect");
}

/**
 * Whether a step may run Codex without AWF and its proxy, as threat detection did up to gh-aw v0.49. The compiler
 * inserts `engine.args` there, too.
 */
export function hasRunWithoutProxy({ workflow, runs }: ReadLock): boolean {
  const known = new Set(runs.filter(({ run }) => run.apiProxy.on).map(({ run }) => run.step));
  const steps = workflow.jobs.flatMap((job) => job.steps);
  return steps.some((step) => !known.has(step) && /\bcodex\b.*\bexec\b/.test(step.run?.source ?? ""));
}

/**
 * A lock file with arguments in each command line and the hash of its changed source; `undefined` if its old hash is
 * not that of the source, or if a run would still bypass the proxy or become worse.
 */
export function changedLock(
  path: string,
  text: string,
  read: ReadLock,
  source: SourceFile,
  changes: readonly ChangedFile[],
  args: readonly string[],
  options: DiagnoseOptions,
): ChangedFile | undefined {
  const inRuns = runEdits(read, args);
  const inHeader = hashEdits(text, source, changes);
  if (!inRuns || !inHeader) return undefined;
  const fixed = applyEdits(text, inRuns.concat(inHeader));
  return isFixed(read, fixed, options) ? { path, before: text, text: fixed } : undefined;
}

/**
 * Inserts the arguments into each command line. External threat detection gets none, but the fix of its own finding.
 */
function runEdits(read: ReadLock, args: readonly string[]): readonly TextEdit[] | undefined {
  const runs = read.runs.map(({ run }) => run);
  const edits = args.length > 0 ? argumentEdits(runs, args) : [];
  const external = read.bypassing.filter(({ judged }) => judged.run.starter === "threat-detect");
  return external.reduce<readonly TextEdit[] | undefined>(
    (all, { finding }) => all && finding.fix && all.concat(finding.fix),
    edits,
  );
}

/** Replaces the hash in the header; no edits if there is none, `undefined` if its algorithm is not known. */
function hashEdits(
  lock: string,
  source: SourceFile,
  changes: readonly ChangedFile[],
): readonly TextEdit[] | undefined {
  const stored = readStoredHashes(lock)?.frontMatter;
  if (!stored) return [];
  const algorithm = algorithmOf(stored.value, source);
  const json = algorithm && hashedJson(withChanges(source, changes), algorithm);
  return json === undefined ? undefined : [{ ...stored.span, text: hashOf(json) }];
}

/** Whether each run that bypassed the proxy now uses it, and no run has become worse. */
function isFixed(before: ReadLock, text: string, options: DiagnoseOptions): boolean {
  const after = readLock(text, options);
  if (!after || after.bypassing.length > 0 || makesAnyRunWorse(before.runs, after.runs, options))
    return false;
  return before.bypassing.every(({ judged }) => {
    const verdict = after.runs[judged.index]?.verdict;
    return verdict?.kind === "judged" && verdict.judgement.outcome === "proxied";
  });
}
