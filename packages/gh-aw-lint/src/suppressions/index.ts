import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { LintResult } from "../eslint/index.js";
import { pathFrom, withSlashes } from "../files/paths.js";
import { writeText } from "../files/write-text.js";
import { readSuppressions, suppressionsText } from "./suppressions-file.js";
import { applySuppressions, pruneSuppressions, suppressErrors, type NamedResults } from "./suppressions.js";

/** What the command line says of suppressions. */
export interface SuppressionsRequest {
  /** `all`, or names of rules; `undefined`: none is added. */
  readonly suppress: "all" | readonly string[] | undefined;
  readonly prune: boolean;
  /** `undefined`: ESLint's own file in the folder of the command. */
  readonly location: string | undefined;
}

export interface Suppressing {
  /** A result without what is suppressed. */
  readonly apply: (result: LintResult) => LintResult;
  /** What there is to tell, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Adds to the file of suppressions or prunes it, if that is asked for, and tells what is suppressed.
 *
 * @param results what was found
 * @throws UsageError if the file cannot be read or written
 */
export async function suppress(
  request: SuppressionsRequest,
  results: readonly LintResult[],
  cwd: string,
): Promise<Suppressing> {
  const { suppress: added, prune, location } = request;
  const { path, name, suppressions: before } = await readSuppressions(location, added !== undefined, cwd);
  const nameOf = (file: string): string => withSlashes(pathFrom(cwd, file));
  const named: NamedResults = new Map(results.map((result) => [nameOf(result.filePath), result]));

  const pruned = pruneSuppressions(before, named, (file) => existsSync(resolve(cwd, file)));
  const after = added
    ? suppressErrors(before, named, added === "all" ? undefined : added)
    : prune
      ? pruned
      : before;
  const text = suppressionsText(after);
  const isChanged = text !== suppressionsText(before);
  if (isChanged) await writeText(path, name, text);
  const isLeft = !added && !prune && suppressionsText(pruned) !== suppressionsText(before);
  return {
    apply: (result) => applySuppressions(nameOf(result.filePath), result, after),
    notes: [
      ...(isChanged ? [`\`${name}\` is written.`] : []),
      ...(isLeft
        ? [`\`${name}\` suppresses what is there no more; \`--prune-suppressions\` takes it out.`]
        : []),
    ],
  };
}
