import type { ChangedFile, DurableFix } from "eslint-plugin-gh-aw/core";

/** Each file that fixes change, once, with its text before the first of them and after the last. */
export function changedFiles(fixes: readonly DurableFix[]): readonly ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const file of fixes.flatMap(({ sources, locks }) => sources.concat(locks)))
    files.set(file.path, { ...file, before: files.get(file.path)?.before ?? file.before });
  return [...files.values()];
}
