import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { LintResult } from "../eslint/index.js";
import { pathFrom, withSlashes } from "../files/paths.js";
import { writeText } from "../files/write-text.js";
import { readSuppressions, suppressionsText } from "./suppressions-file.js";
import { applySuppressions, pruneSuppressions, suppressErrors, type NamedResults } from "./suppressions.js";

/** The options for suppressions. */
export interface SuppressionsRequest {
  /** `all`, or names of rules; `undefined`: none is added. */
  readonly suppress: "all" | readonly string[] | undefined;
  readonly prune: boolean;
  /** `undefined`: ESLint's own file in the folder of the command. */
  readonly location: string | undefined;
}

/** What suppressions do to a run of the command. */
export interface Suppressing {
  /** A result without suppressed errors. */
  readonly apply: (result: LintResult) => LintResult;
  /** Messages for the user. */
  readonly notes: readonly string[];
}

/**
 * Adds to the suppressions file or prunes it, as requested, and applies it.
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
      ...(isChanged ? [`Wrote \`${name}\`.`] : []),
      ...(isLeft ? [`\`${name}\` has unused suppressions. \`--prune-suppressions\` removes them.`] : []),
    ],
  };
}
