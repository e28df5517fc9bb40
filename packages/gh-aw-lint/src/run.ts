import { parseArguments } from "./options/arguments.js";
import { explainRun } from "./explain-run.js";
import { explain } from "./explain/index.js";
import { lint } from "./lint/lint.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/**
 * The command `gh-aw-lint`.
 *
 * @param args what follows its name
 * @returns the exit code: 0 without errors, 1 with errors or too many warnings, 2 if it could not do its work
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const request = parseArguments(args, terminal);
  try {
    switch (request.kind) {
      case "answered":
        return request.status;
      case "explain":
        explain(request.rule, terminal);
        return 0;
      case "explainRun":
        return await explainRun(request.file, terminal);
      case "lint":
        return await lint(request, terminal);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 2;
  }
}
