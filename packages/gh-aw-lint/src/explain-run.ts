import { resolve } from "node:path";
import { readText } from "./files/read-text.js";
import type { Terminal } from "./terminal.js";

/**
 * Prints what each Codex run of a lock file will do, and why.
 *
 * @throws UsageError if the file cannot be read
 */
export async function explainRun(file: string, { cwd, stdout, stderr }: Terminal): Promise<void> {
  const text = await readText(resolve(cwd, file), file);
  const { explainWorkflow, explanationText, parseWorkflow } = await import("@gh-aw-lint/core");
  const workflow = parseWorkflow(text);
  const [problem] = workflow.problems;
  if (problem) {
    const line = text.slice(0, problem.offset).split("\n").length;
    stderr.write(`${file}:${line}: ${problem.message}\n`);
  }
  stdout.write(explanationText(text, explainWorkflow(workflow)));
}
