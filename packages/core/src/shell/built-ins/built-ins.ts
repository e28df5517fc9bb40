import type { CommandCall, Program, Shell } from "../command-call.js";
import { contextOf } from "../context.js";
import { evaluateTestWords } from "../commands/test-words.js";
import { runEcho, runPrintf } from "../programs/echo-printf.js";
import { runLauncher } from "../programs/launchers.js";
import { outputOf } from "../programs/output.js";
import { runWhich } from "../programs/which.js";
import { stop } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { hasCoprocess, hasEndlessJob, statusOfJob } from "../state/jobs.js";
import type { Status } from "../state/status.js";
import { runAlias, runUnalias } from "./alias.js";
import { runDeclare } from "./declare.js";
import { runBreak, runExit } from "./exit.js";
import { runGetopts } from "./getopts.js";
import { runLet } from "./let.js";
import { printListing } from "./listings.js";
import { runMapfile } from "./mapfile.js";
import { runRead } from "./read.js";
import { runSet, runShopt } from "./shell-options.js";
import { runEval, runSource } from "./source-eval.js";
import { runShift } from "./shift.js";
import { runKill, runTrap } from "./trap.js";
import { runUnset } from "./unset.js";
import {
  printDirectory,
  runChangeDirectory,
  runPopDirectory,
  runPushDirectory,
} from "./working-directory.js";

const SUCCEEDS: Program = () => 0;

/** The built-ins of the shell. */
const BUILT_INS: ReadonlyMap<string, Program> = new Map<string, Program>([
  [":", SUCCEEDS],
  ["true", SUCCEEDS],
  ["false", () => 1],
  ["[", runTest],
  ["test", runTest],
  ["echo", runEcho],
  ["printf", runPrintf],
  ["cd", runChangeDirectory],
  ["pushd", runPushDirectory],
  ["popd", runPopDirectory],
  ["pwd", printDirectory],
  ["export", runDeclare],
  ["declare", runDeclare],
  ["typeset", runDeclare],
  ["local", runDeclare],
  ["readonly", runDeclare],
  ["unset", runUnset],
  ["shift", runShift],
  ["getopts", runGetopts],
  ["set", runSet],
  ["shopt", runShopt],
  ["read", runRead],
  ["mapfile", runMapfile],
  ["readarray", runMapfile],
  ["let", runLet],
  ["eval", runEval],
  ["source", runSource],
  [".", runSource],
  ["trap", runTrap],
  ["kill", runKill],
  ["exit", runExit],
  ["return", runExit],
  ["break", runBreak],
  ["continue", runBreak],
  ["wait", runWait],
  ["umask", runMask],
  ["ulimit", runLimit],
  ["type", runWhich],
  ["hash", runWhich],
  ["alias", runAlias],
  ["unalias", runUnalias],
  ["command", runCommandBuiltIn],
  ["builtin", runLauncher],
]);

/** The model of a built-in; `undefined` if the shell has none of that name. */
export function builtInOf(name: string): Program | undefined {
  return BUILT_INS.get(name);
}

/** Whether the shell has a built-in of that name. */
export function isBuiltIn(name: string): boolean {
  return BUILT_INS.has(name);
}

/** `test` and `[`. */
function runTest(call: CommandCall, shell: Shell): Status {
  const words = call.name === "[" ? call.words.slice(1, -1) : call.words.slice(1);
  return evaluateTestWords(words, call.command, contextOf(call, shell));
}

/** `wait`, which returns the status of the last job that it names. */
function runWait(call: CommandCall): Status {
  const { state, words } = call;
  state.files.resume();
  const last = words.slice(1).at(-1);
  const isPlain = !words.some(({ value }) => value.startsWith("-"));
  const operands = isPlain ? words.slice(1) : [];
  const isEndless =
    isPlain && (last ? operands.some(({ text }) => hasEndlessJob(state, text)) : hasEndlessJob(state));
  if (isEndless || hasCoprocess(state)) {
    // Another process may have ended it.
    const unknown = outputOf(call, "a process that may never end");
    if (!ask(state, `end ${unknown.id}`, true, unknown)) stop();
  }
  if (!last) return 0;
  return (isPlain ? statusOfJob(state, last.text) : undefined) ?? outputOf(call);
}

/** `umask`, which prints the mask if it gets none. */
function runMask(call: CommandCall, shell: Shell): Status {
  if (call.words.slice(1).every(({ value }) => value.startsWith("-"))) printListing(call, shell);
  return 0;
}

/** `ulimit`, which fails to set a limit that is too high. */
function runLimit(call: CommandCall): Status | undefined {
  return call.words.slice(1).every(({ value }) => value.startsWith("-")) ? undefined : outputOf(call);
}

/** `command -v` looks a program up; `command` itself runs it and ignores functions. */
function runCommandBuiltIn(call: CommandCall, shell: Shell): Status | undefined {
  return /^-[vV]/.test(call.words[1]?.value ?? "") ? runWhich(call, shell) : runLauncher(call, shell);
}
