import { explainLog } from "./explain-log/explain-log.js";
import { explainRun } from "./explain-run.js";
import { explain } from "./explain/index.js";
import { lint } from "./lint/lint.js";
import { watchAndLint } from "./lint/watch.js";
import { parseArguments } from "./options/arguments.js";
import { commandLine } from "./options/command-line.js";
import { completionScript } from "./options/completion.js";
import type { Request } from "./options/request.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/**
 * The command `gh-aw-lint`.
 *
 * @param args the arguments after the command's name
 * @returns the exit code: 0 without errors, 1 with errors or too many warnings, 2 for a usage error or a file that could not be read or written
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { request, color } = parseArguments(args, terminal);
  try {
    return await answer(request, color === undefined ? terminal : withColor(terminal, color));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function answer(request: Request, terminal: Terminal): Promise<number> {
  switch (request.kind) {
    case "answered":
      return request.status;
    case "explain":
      explain(request.rule, terminal);
      return 0;
    case "explainRun":
      return await explainRun(request, terminal);
    case "explainLog":
      return await explainLog(request, terminal);
    case "completion":
      terminal.stdout.write(completionScript(request.shell, commandLine(terminal)));
      return 0;
    case "lint":
      return request.watch ? await watchAndLint(request, terminal) : await lint(request, terminal);
  }
}

/** The option takes precedence over the environment. */
function withColor(terminal: Terminal, color: boolean): Terminal {
  return { ...terminal, env: { ...terminal.env, FORCE_COLOR: color ? "1" : "0" } };
}
