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
import { type ExitCode, FAILURE, SUCCESS } from "./exit-codes.js";

/**
 * The command `gh-aw-lint`.
 *
 * @param args the arguments after the command's name
 * @returns the exit code
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { request, color } = parseArguments(args, terminal);
  try {
    return await answer(request, color === undefined ? terminal : withColor(terminal, color));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return FAILURE;
  }
}

async function answer(request: Request, terminal: Terminal): Promise<ExitCode> {
  switch (request.kind) {
    case "answered":
      return request.status;
    case "explain":
      explain(request.rule, terminal);
      return SUCCESS;
    case "explainRun":
      return await explainRun(request, terminal);
    case "explainLog":
      return await explainLog(request, terminal);
    case "completion":
      terminal.stdout.write(completionScript(request.shell, commandLine(terminal)));
      return SUCCESS;
    case "lint":
      return request.watch ? await watchAndLint(request, terminal) : await lint(request, terminal);
  }
}

/** The option takes precedence over the environment. */
function withColor(terminal: Terminal, color: boolean): Terminal {
  return { ...terminal, env: { ...terminal.env, FORCE_COLOR: color ? "1" : "0" } };
}
