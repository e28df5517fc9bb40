import { resolve } from "node:path";
import { readText } from "./files/read-text.js";
import type { Terminal } from "./terminal.js";

/**
 * Prints what each Codex run of a lock file will do, and why.
 *
 * @returns the exit code: 1 for a file that GitHub cannot read, of which nothing runs
 * @throws UsageError if the file cannot be read
 */
export async function explainRun(file: string, { cwd, stdout, stderr }: Terminal): Promise<0 | 1> {
  const text = await readText(resolve(cwd, file), file);
  const { explainWorkflow, explanationText, parseWorkflow, positionAt, readingProblem } =
    await import("@gh-aw-lint/core");
  const workflow = parseWorkflow(text);
  const problem = readingProblem(workflow);
  if (!problem) {
    stdout.write(explanationText(text, explainWorkflow(workflow)));
    return 0;
  }
  const { line, column } = positionAt(text, problem.offset);
  stderr.write(
    `${file}:${line}:${column}: ${problem.message}\nGitHub cannot read this file either, so nothing of it runs.\n`,
  );
  return 1;
}
