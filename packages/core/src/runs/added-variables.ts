import type { Job, Step } from "../workflow/index.js";

/**
 * Whether a step may find variables in its environment that the file does not show: from an action of somebody else
 * (`hashicorp/vault-action`), from a script that exports them or is sourced, from a runner of one's own.
 */
export function mayAddVariables(job: Job, step: Step): boolean {
  const before = job.steps.slice(0, job.steps.indexOf(step));
  return (
    before.some(({ uses }) => uses !== undefined && !OWN_ACTIONS.test(uses)) ||
    /\bexportVariable\b|\bself-hosted\b/.test(job.source) ||
    SOURCES.test(step.run?.source ?? "")
  );
}

/** Those of GitHub and gh-aw export no credential. */
const OWN_ACTIONS = /^(actions|github|githubnext)\/|^\.\//;

/** A command that runs a script in the step's own shell. */
const SOURCES = /(^|[;&|(])[^\S\n\r\u2028\u2029]*(source|\.|eval)\s/m;
