import { evaluateTestWords } from "../commands/test-words.js";
import { BASH_BUILT_INS } from "../commands/posix-shell.js";
import type { CommandCall, Program, Shell } from "../command-call.js";
import { valueContent } from "../files/content.js";
import { isOn } from "../state/shell-state.js";
import { statusOfJob } from "../state/jobs.js";
import type { Status } from "../state/status.js";
import { textValue } from "../values/value.js";
import { runBase64 } from "./text/base64.js";
import { runEnvironmentSubstitution, runPrintEnvironment } from "./text/environment.js";
import { runCompare } from "./files/comparing.js";
import { runCopy, runInstall } from "./files/copying.js";
import { runMove } from "./files/moving.js";
import { runLink } from "./files/linking.js";
import {
  printDirectory,
  runChangeDirectory,
  runPopDirectory,
  runPushDirectory,
} from "../built-ins/working-directory.js";
import { runMakeDirectory, runMakeTemporary } from "./files/directories.js";
import { runList, runRealPath } from "./files/printed-paths.js";
import { runChangeMode, runTouch, runTruncate } from "./files/file-attributes.js";
import { runMakePipe } from "./files/pipes.js";
import { runLauncher, runScriptOption } from "./launchers.js";
import { runLock } from "./lock.js";
import { outputOf } from "./output.js";
import { runCat, runTee } from "./cat-tee.js";
import { runEcho, runPrintf } from "./echo-printf.js";
import { runWhich } from "../built-ins/which.js";
import { runUnmodelled } from "./unmodelled.js";
import { runConvert, runSynchronize } from "./files/dd-rsync.js";
import { runRemove, runRemoveDirectory } from "./files/removing.js";
import { runFind } from "./files/finding.js";
import { fileOfProgram, runEval, runFile, runShell, runSource } from "./shells.js";
import { runTapeArchive } from "./files/tape-archive.js";
import { runStreamEditor } from "./text/stream-editor.js";
import {
  runBaseName,
  runCount,
  runCut,
  runHead,
  runReverse,
  runSequence,
  runSort,
  runTranslate,
  runUnique,
} from "./text/filters.js";
import { runGrep } from "./text/grep.js";
import { runAwk } from "./text/awk.js";
import { runPerl } from "./text/perl.js";
import { runJsonQuery } from "./text/json-query.js";
import { contextOf, runDeclare, runLet, runShift, runUnset } from "../built-ins/variables.js";
import { runAlias, runUnalias } from "../built-ins/alias.js";
import { runBreak, runExit } from "../built-ins/exit.js";
import { runGetopts } from "../built-ins/getopts.js";
import { runKill, runTrap } from "../built-ins/trap.js";
import { runMapfile, runRead } from "../built-ins/read.js";
import { runSet, runShopt } from "../built-ins/shell-options.js";
import { statusOfRejection } from "./usage.js";
import { runXargs } from "./xargs.js";

const SUCCEEDS: Program = () => 0;

function runTest(call: CommandCall, shell: Shell): Status {
  const words = call.name === "[" ? call.words.slice(1, -1) : call.words.slice(1);
  return evaluateTestWords(words, call.command, contextOf(call, shell));
}

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
  ["umask", SUCCEEDS],
  ["ulimit", runLimit],
  ["type", runWhich],
  ["hash", runWhich],
  ["alias", runAlias],
  ["unalias", runUnalias],
  ["command", runCommandBuiltIn],
  ["builtin", runLauncher],
]);

const PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["cat", runCat],
  ["tee", runTee],
  ["cp", runCopy],
  ["mv", runMove],
  ["install", runInstall],
  ["tar", runTapeArchive],
  ["cmp", runCompare],
  ["diff", runCompare],
  ["dd", runConvert],
  ["rsync", runSynchronize],
  ["ln", runLink],
  ["rm", runRemove],
  ["unlink", runRemove],
  ["rmdir", runRemoveDirectory],
  ["find", runFind],
  ["mkdir", runMakeDirectory],
  ["touch", runTouch],
  ["mkfifo", runMakePipe],
  ["truncate", runTruncate],
  ["envsubst", runEnvironmentSubstitution],
  ["printenv", runPrintEnvironment],
  ["base64", runBase64],
  ["mktemp", runMakeTemporary],
  ["ls", runList],
  ["chmod", runChangeMode],
  ["chown", runChangeMode],
  ["realpath", runRealPath],
  ["readlink", runRealPath],
  ["bash", runShell],
  ["sh", runShell],
  ["dash", runShell],
  ["head", runHead],
  ["tail", runHead],
  ["grep", runGrep],
  ["egrep", runGrep],
  ["fgrep", runGrep],
  ["sed", runStreamEditor],
  ["awk", runAwk],
  ["perl", runPerl],
  ["jq", runJsonQuery],
  ["tr", runTranslate],
  ["sort", runSort],
  ["uniq", runUnique],
  ["tac", runReverse],
  ["cut", runCut],
  ["wc", runCount],
  ["basename", runBaseName],
  ["dirname", runBaseName],
  ["seq", runSequence],
  ["which", runWhich],
  ["uname", runSystemName],
  ["xargs", runXargs],
  ["sleep", SUCCEEDS],
  ["sync", SUCCEEDS],
  ["sudo", runLauncher],
  ["env", runLauncher],
  ["timeout", runLauncher],
  ["nice", runLauncher],
  ["ionice", runLauncher],
  ["chrt", runLauncher],
  ["stdbuf", runLauncher],
  ["nohup", runLauncher],
  ["setsid", runLauncher],
  ["time", runLauncher],
  ["unbuffer", runLauncher],
  ["xvfb-run", runLauncher],
  ["taskset", runLauncher],
  ["prlimit", runLauncher],
  ["chronic", runLauncher],
  ["dbus-run-session", runLauncher],
  ["flock", runLock],
  ["script", runScriptOption],
  ["su", runScriptOption],
]);

/** `uname` on the runner and in AWF's container; undefined for the rest of what it tells. */
function runSystemName(call: CommandCall, shell: Shell): Status | undefined {
  const [, option, ...others] = call.words;
  if (others.length > 0 || !["-s", "--kernel-name", undefined].includes(option?.value)) return undefined;
  shell.print(call, valueContent(textValue("Linux\n", call.origin), call.origin));
  return 0;
}

/** `wait`, which returns the status of the last job that it names. */
function runWait(call: CommandCall): Status {
  const { state, words } = call;
  state.files.resume();
  const last = words.slice(1).at(-1);
  if (!last) return 0;
  const isPlain = !words.some(({ value }) => value.startsWith("-"));
  return (isPlain ? statusOfJob(state, last.text) : undefined) ?? outputOf(call);
}

/** `ulimit`, which fails to set a limit that is too high. */
function runLimit(call: CommandCall): Status | undefined {
  return call.words.slice(1).every(({ value }) => value.startsWith("-")) ? undefined : outputOf(call);
}

/** `command -v` looks a program up; `command` itself runs it and ignores functions. */
function runCommandBuiltIn(call: CommandCall, shell: Shell): Status | undefined {
  return /^-[vV]/.test(call.words[1]?.value ?? "") ? runWhich(call, shell) : runLauncher(call, shell);
}

/** Whether the shell has a built-in of that name. */
export function isBuiltIn(name: string): boolean {
  return BUILT_INS.has(name);
}

/** Built-ins that also exist as programs. */
const ALSO_PROGRAMS: ReadonlySet<string> = new Set(["true", "false", "[", "test", "echo", "printf", "pwd"]);

/** Runs a modelled program, or makes unknown what another program may change. */
export function runProgram(
  call: CommandCall,
  shell: Shell,
  manner: "shell" | "command" | "external",
): Status {
  const { name } = call;
  if (BASH_BUILT_INS.has(call.words[0].value) && isOn(call.state, "posix")) return 127;
  const builtIn =
    manner === "external" && !ALSO_PROGRAMS.has(name) ? undefined : BUILT_INS.get(call.words[0].value);
  const isByName =
    !call.words[0].value.includes("/") || /^\/(?:usr\/(?:local\/)?)?s?bin\//.test(call.words[0].value);
  const program = call.words[0].isKnown
    ? (builtIn ?? (isByName ? PROGRAMS.get(name) : undefined))
    : undefined;
  if (manner === "external" || !builtIn) {
    if (!call.words[0].value.includes("/") && fileOfProgram(call))
      return runFile(call, shell) ?? runUnmodelled(call, shell);
  }
  return (
    (program && statusOfRejection(call)) ??
    program?.(call, shell) ??
    runFile(call, shell) ??
    runUnmodelled(call, shell)
  );
}
