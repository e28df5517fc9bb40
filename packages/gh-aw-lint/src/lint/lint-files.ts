import type { Linter, LintResult } from "../eslint/index.js";
import { pathFrom } from "../files/paths.js";
import { readText } from "../files/read-text.js";
import { writeText } from "../files/write-text.js";
import { UsageError } from "../usage-error.js";

/** A file that was read and judged. */
export interface LintedFile {
  /** Absolute. */
  readonly path: string;
  /** What the file held. */
  readonly text: string;
  /** What is wrong with it. */
  readonly found: LintResult;
  /** Where something was fixed: the new text as `output`, and what is left to report. */
  readonly fixed: LintResult | undefined;
}

export interface LintedFiles {
  readonly files: readonly LintedFile[];
  /** What the configuration ignores; absolute paths. */
  readonly ignored: readonly string[];
  /** What could not be read or written, as sentences. */
  readonly problems: readonly string[];
}

export interface LintFilesOptions {
  readonly cwd: string;
  /** Whether fixes are written to the files. */
  readonly fix: boolean;
  /** Called after each file. */
  readonly onLinted: () => void;
}

/**
 * Judges each file by itself: one that cannot be read or written stops no other.
 *
 * @param paths absolute
 */
export async function lintFiles(
  paths: readonly string[],
  linter: Linter,
  { cwd, fix, onLinted }: LintFilesOptions,
): Promise<LintedFiles> {
  const files: LintedFile[] = [];
  const ignored: string[] = [];
  const problems: string[] = [];
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };

  for (const path of paths) {
    const name = pathFrom(cwd, path);
    const text = await attempt(() => readText(path, name));
    const found = text === undefined ? undefined : await linter.lint(path, text);
    if (text !== undefined && found) {
      const fixed = fix ? await fixedFile(linter, path, text, found) : undefined;
      const isWritten =
        fixed !== undefined &&
        (await attempt(async () => {
          await writeText(path, name, fixed.output);
          return true;
        })) === true;
      files.push({ path, text, found, fixed: isWritten ? fixed : undefined });
    } else if (text !== undefined) ignored.push(path);
    onLinted();
  }
  return { files, ignored, problems };
}

async function fixedFile(
  linter: Linter,
  path: string,
  text: string,
  { messages }: LintResult,
): Promise<(LintResult & { readonly output: string }) | undefined> {
  if (!messages.some(({ fix }) => fix !== undefined)) return undefined;
  const result = await linter.fix(path, text);
  const output = result?.output;
  return result && output !== undefined ? { ...result, output } : undefined;
}
