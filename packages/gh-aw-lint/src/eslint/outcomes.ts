import {
  explainRuns,
  explainWorkflow,
  mayRunCodex,
  type ExplainedOutcome,
  type Workflow,
} from "eslint-plugin-gh-aw/core";

/** What a Codex run does. */
export type OutcomeKind = ExplainedOutcome["kind"];

/**
 * The outcome of each Codex run in a file.
 *
 * @param workflow the file's model, if already parsed
 * @param baseUrl the address that counts as the proxy's, if it is not AWF's own
 */
export function outcomesIn(
  text: string,
  workflow: Workflow | undefined,
  baseUrl: string | undefined,
): readonly OutcomeKind[] {
  if (!mayRunCodex(text)) return [];
  const options = baseUrl === undefined ? {} : { baseUrl };
  const runs = workflow ? explainWorkflow(workflow, options) : explainRuns(text, options);
  return runs.map(({ outcome }) => outcome.kind);
}
