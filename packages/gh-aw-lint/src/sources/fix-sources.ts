import {
  durableFix,
  type ChangedFile,
  type DurableFix,
  type RepositoryFiles,
} from "eslint-plugin-gh-aw/core";
import type { Linter } from "../eslint/index.js";
import { pathFrom, withSlashes } from "../files/paths.js";
import { checkWritable, writeText } from "../files/write-text.js";
import { UsageError } from "../usage-error.js";
import { diskFiles } from "../files/disk-files.js";

/** The result of `--fix --sources`. */
export interface FixedSources {
  /** Changes to sources and lock files together; on disk, unless fixes are only shown. */
  readonly fixes: readonly DurableFix[];
  /** Messages for fixes that could not be written; no part of such a fix is on disk. */
  readonly problems: readonly string[];
}

/** Whether changes are written to the files or only computed. */
export type FixMode = "write" | "show";

/**
 * Changes sources together with their lock files, so that the change outlasts `gh aw compile`.
 *
 * @param paths the linted files, including sources; absolute
 */
export async function fixSources(
  paths: readonly string[],
  linter: Linter,
  mode: FixMode,
  cwd: string,
): Promise<FixedSources> {
  const fixes: DurableFix[] = [];
  // The next fix must see the changes of the previous one, on disk or not.
  const changed = new Map<string, string>();
  const repository: RepositoryFiles = {
    read: (path) => changed.get(path) ?? diskFiles.read(path),
    list: (path) => diskFiles.list(path),
  };
  const problems: string[] = [];
  const options = linter.baseUrl === undefined ? {} : { baseUrl: linter.baseUrl };
  for (const source of paths.filter((path) => path.endsWith(".md"))) {
    const path = withSlashes(source);
    const text = repository.read(path);
    const fix = text === undefined ? undefined : durableFix({ path, text, repository }, options);
    const files = fix?.sources.concat(fix.locks) ?? [];
    if (!fix || (await isAnyIgnored(files, linter))) continue;
    try {
      if (mode === "write") await writeAll(files, cwd);
      for (const file of files) changed.set(file.path, file.text);
      fixes.push(fix);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  return { fixes, problems };
}

/** Ignored files are not changed either. */
async function isAnyIgnored(files: readonly ChangedFile[], linter: Linter): Promise<boolean> {
  for (const { path, before } of files) if (!(await linter.lint(path, before))) return true;
  return false;
}

/** Writes all files or none: on failure, restores the files already written. */
async function writeAll(files: readonly ChangedFile[], cwd: string): Promise<void> {
  for (const { path } of files) await checkWritable(path, pathFrom(cwd, path));
  const written: ChangedFile[] = [];
  try {
    for (const file of files) {
      await writeText(file.path, pathFrom(cwd, file.path), file.text);
      written.push(file);
    }
  } catch (error) {
    for (const { path, before } of written) await writeText(path, pathFrom(cwd, path), before);
    throw error;
  }
}
