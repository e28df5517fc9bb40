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

/**
 * A lock file with arguments in each command line and the hash of its changed source; `undefined` where its old hash is
 * not that of the source, or where a run would still go around the proxy or be worse than before.
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
  return isWell(read, fixed, options) ? { path, before: text, text: fixed } : undefined;
}

/** The arguments in each command line, and for external threat detection, which gets none, what fixes it by itself. */
function runEdits(read: ReadLock, args: readonly string[]): readonly TextEdit[] | undefined {
  const runs = read.runs.map(({ run }) => run);
  const edits = args.length > 0 ? argumentEdits(runs, args) : [];
  const external = read.bypassing.filter(({ judged }) => judged.run.starter === "threat-detect");
  return external.reduce<readonly TextEdit[] | undefined>(
    (all, { finding }) => all && finding.fix && all.concat(finding.fix),
    edits,
  );
}

/** The new hash in the header; nothing where there is none. */
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

/** Whether each run that went around the proxy now goes through it, and none is worse than before. */
function isWell(before: ReadLock, text: string, options: DiagnoseOptions): boolean {
  const after = readLock(text, options);
  if (!after || after.bypassing.length > 0 || makesAnyRunWorse(before.runs, after.runs, options))
    return false;
  return before.bypassing.every(({ judged }) => {
    const verdict = after.runs[judged.index]?.verdict;
    return verdict?.kind === "judged" && verdict.judgement.outcome === "proxied";
  });
}
