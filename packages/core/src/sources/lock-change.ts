import type { DiagnoseOptions } from "../faults/index.js";
import { makesAnyRunWorse } from "../findings/index.js";
import { applyEdits, type TextEdit } from "../text/index.js";
import { readLock, type ReadLock } from "./bypassing-runs.js";
import { withChanges, type ChangedFile } from "./changed-files.js";
import { argumentEdits } from "./engine-args.js";
import { algorithmOf } from "./lock-state.js";
import { hashedJson, hashOf, type SourceFile } from "./source-hash.js";
import { readStoredHashes } from "./stored-hashes.js";

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
