import type { ChangedFile, DurableFix } from "eslint-plugin-gh-aw/core";

/** Each changed file once, with its text before the first fix and after the last. */
export function changedFiles(fixes: readonly DurableFix[]): readonly ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const file of fixes.flatMap(({ sources, locks }) => sources.concat(locks)))
    files.set(file.path, { ...file, before: files.get(file.path)?.before ?? file.before });
  return [...files.values()];
}
