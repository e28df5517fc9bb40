import type { LogReading } from "eslint-plugin-gh-aw/core";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { findFiles } from "../files/find-files.js";

/** Lock files that can be the failed one. */
export interface Candidates {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Whether the log names them; otherwise they are all lock files. */
  readonly areNamed: boolean;
}

/**
 * The lock files that a log names by file or by `name:`; all lock files if it names none.
 *
 * @param paths as for linting; empty: the lock files in `.github/workflows`
 */
export async function candidatesOf(
  { lockFiles, workflowNames }: LogReading,
  paths: readonly string[],
  cwd: string,
): Promise<Candidates> {
  const { files } = await findFiles(paths, cwd);
  const byFile = files.filter((file) => lockFiles.includes(basename(file)));
  if (byFile.length > 0) return { files: byFile, areNamed: true };
  const names = await Promise.all(files.map(async (file) => [file, await nameOf(file)] as const));
  const byName = names.flatMap(([file, name]) =>
    name !== undefined && workflowNames.includes(name) ? [file] : [],
  );
  return byName.length > 0 ? { files: byName, areNamed: true } : { files, areNamed: false };
}

/** The workflow's `name:`, as gh-aw writes it: on a line of its own. */
async function nameOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const value = /^name: (.{1,200})$/m.exec(text)?.[1]?.trim();
  return value?.replace(/^(["'])(.*)\1$/, "$2");
}
