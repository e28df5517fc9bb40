import { resolve } from "node:path";
import { createLinter } from "./eslint/index.js";
import { readText } from "./files/read-text.js";
import type { ExplainRunRequest } from "./options/request.js";
import type { Terminal } from "./terminal.js";
import { type ExitCode, FINDINGS, SUCCESS } from "./exit-codes.js";

/**
 * Prints what each Codex run of a lock file will do, and why, and which other programs may start Codex. The configuration's `baseUrl` counts as the proxy's address.
 *
 * @returns the exit code: 1 for a file that GitHub cannot read and therefore does not run
 * @throws UsageError if the file or a configuration cannot be read
 */
export async function explainRun(
  request: ExplainRunRequest,
  { cwd, stdout, stderr }: Terminal,
): Promise<ExitCode> {
  const { file } = request;
  const path = resolve(cwd, file);
  const text = readText(path, file);
  const {
    explainWorkflow,
    explanationText,
    lineNumber,
    lintRule,
    parseWorkflow,
    positionAt,
    readingProblem,
  } = await import("eslint-plugin-gh-aw/core");
  const workflow = parseWorkflow(text);
  const problem = readingProblem(workflow);
  if (!problem) {
    const { baseUrl } = await createLinter(request, [path], cwd);
    const options = baseUrl === undefined ? {} : { baseUrl };
    stdout.write(explanationText(text, explainWorkflow(workflow, options)));
    for (const { messageId, message, span } of lintRule("codex-undetermined", { text, workflow }, options))
      if (messageId === "undeterminedProgram")
        stdout.write(`\nLine ${lineNumber(text, span.start)}: ${message}\n`);
    return SUCCESS;
  }
  const { line, column } = positionAt(text, problem.offset);
  stderr.write(
    `${file}:${line}:${column}: ${problem.message}\nGitHub cannot read this file either, so it does not run.\n`,
  );
  return FINDINGS;
}
