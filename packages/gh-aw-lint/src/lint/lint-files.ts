import type { Linter, LintResult, OutcomeKind } from "../eslint/index.js";
import type { Input } from "../files/input.js";
import { UsageError } from "../usage-error.js";

/** A file that was read and linted. */
export interface LintedFile {
  /** Absolute. */
  readonly path: string;
  /** As the user knows it. */
  readonly name: string;
  /** What the file contained, if there are findings. The texts of all files might not fit into memory. */
  readonly text: string | undefined;
  /** Its findings. */
  readonly found: LintResult;
  /** If something was fixed, or would be: the new text as `output`, and the remaining findings. */
  readonly fixed: (LintResult & { readonly output: string }) | undefined;
  /** The outcomes of its Codex runs, after the fixes. */
  readonly outcomes: () => readonly OutcomeKind[];
}

/** The results of all files. */
export interface LintedFiles {
  readonly files: readonly LintedFile[];
  /** Files that the configuration ignores; absolute paths. */
  readonly ignored: readonly string[];
  /** Messages for files that could not be read or written. */
  readonly problems: readonly string[];
}

/** How files are linted. */
export interface LintFilesOptions {
  /** Whether fixes are written to the files, only computed, or neither. */
  readonly fix: "write" | "show" | "no";
  /** Called after each file. */
  readonly onLinted: () => void;
}

/** Lints each file separately: one that cannot be read or written does not stop the others. */
export async function lintFiles(
  inputs: readonly Input[],
  linter: Linter,
  { fix, onLinted }: LintFilesOptions,
): Promise<LintedFiles> {
  const files: LintedFile[] = [];
  const ignored: string[] = [];
  const problems: string[] = [];
  const attempt = async <Result>(work: () => Result | Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };

  for (const { path, name, read, write } of inputs) {
    const text = await attempt(read);
    const found = text === undefined ? undefined : await linter.lint(path, text);
    if (text !== undefined && found) {
      const fixed = fix === "no" ? undefined : await fixedFile(linter, path, text, found);
      const isDone = fixed && (fix === "show" || (await attempt(() => write(fixed.output).then(() => true))));
      const written = isDone === true ? fixed : undefined;
      const isSound = (written ?? found).messages.length === 0;
      const outcomes = (isSound ? knownOutcomes : laterOutcomes)(linter, written?.output ?? text);
      const kept = found.messages.length > 0 ? text : undefined;
      files.push({ path, name, text: kept, found, fixed: written, outcomes });
    } else if (text !== undefined) ignored.push(path);
    onLinted();
  }
  return { files, ignored, problems };
}

/** At once, while the linter has the model; the text is not kept. */
function knownOutcomes(linter: Linter, text: string): LintedFile["outcomes"] {
  const outcomes = linter.outcomes(text);
  return () => outcomes;
}

/** Only asked for if all findings are suppressed. */
function laterOutcomes(linter: Linter, text: string): LintedFile["outcomes"] {
  return () => linter.outcomes(text);
}

async function fixedFile(
  linter: Linter,
  path: string,
  text: string,
  { messages }: LintResult,
): Promise<LintedFile["fixed"]> {
  if (!messages.some(({ fix }) => fix !== undefined)) return undefined;
  const result = await linter.fix(path, text);
  const output = result?.output;
  return result && output !== undefined ? { ...result, output } : undefined;
}
