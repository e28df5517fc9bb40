import gte from "semver/functions/gte.js";
import lte from "semver/functions/lte.js";
import valid from "semver/functions/valid.js";
import { lineEnd, lineStart } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { lockHeader } from "./lock-header.js";
import type { YamlProblem } from "../yaml/index.js";

/** The compilers that write the text of `engine.config` at column 0 into an indented script (gh-aw #62204). */
const FIRST_WITH_CONFIG_AT_COLUMN_0 = "0.69.0";
const LAST_WITH_CONFIG_AT_COLUMN_0 = "0.88.7";

/**
 * Why GitHub cannot read a workflow; `undefined` if it can. Only the first problem is returned, because later ones
 * usually follow from it. The message says so if gh-aw is known to write such files.
 */
export function readingProblem(workflow: Workflow): YamlProblem | undefined {
  const [problem] = workflow.problems;
  if (!problem || !isEngineConfig(workflow, problem)) return problem;
  const sentence =
    `gh-aw v${FIRST_WITH_CONFIG_AT_COLUMN_0} to v${LAST_WITH_CONFIG_AT_COLUMN_0} writes \`engine.config\` of a Codex ` +
    "workflow like this, at column 0 of an indented script (gh-aw #62204). Remove `engine.config` or recompile with a later version.";
  return { message: `${problem.message.trimEnd()} ${sentence}`, offset: problem.offset };
}

/** Whether the problem is a line of TOML at column 0 below an indented script. */
function isEngineConfig(workflow: Workflow, { offset }: YamlProblem): boolean {
  const { text } = workflow;
  const header = lockHeader(workflow);
  if (header?.agentId !== "codex" && header?.detectionAgentId !== "codex") return false;
  const compiler = valid(header.compilerVersion);
  if (
    !compiler ||
    !gte(compiler, FIRST_WITH_CONFIG_AT_COLUMN_0) ||
    !lte(compiler, LAST_WITH_CONFIG_AT_COLUMN_0)
  )
    return false;
  const start = lineStart(text, offset);
  const above = text.slice(lineStart(text, start - 1), start);
  const line = text.slice(start, lineEnd(text, start));
  return /^ {4,}\S/.test(above) && /^(?:\[[^\]]+\]|[\w.-]+ *=)/.test(line);
}
