import type { CommandCall, Program, Shell } from "../command-call.js";
import { valueContent } from "../files/content.js";
import type { Status } from "../state/status.js";
import { textValue } from "../values/value.js";
import { runBase64 } from "./text/base64.js";
import { runEnvironmentSubstitution, runPrintEnvironment } from "./text/environment.js";
import { runCompare } from "./files/comparing.js";
import { runCopy, runInstall } from "./files/copying.js";
import { runMove } from "./files/moving.js";
import { runLink } from "./files/linking.js";
import { runMakeDirectory, runMakeTemporary } from "./files/directories.js";
import { runList, runRealPath } from "./files/printed-paths.js";
import { runChangeMode, runTouch, runTruncate } from "./files/file-attributes.js";
import { runMakePipe } from "./files/pipes.js";
import { runLauncher, runScriptOption } from "./launchers.js";
import { runLock } from "./lock.js";
import { runCat, runTee } from "./cat-tee.js";
import { runConvert, runSynchronize } from "./files/dd-rsync.js";
import { runRemove, runRemoveDirectory } from "./files/removing.js";
import { runFind } from "./files/finding.js";
import { runTapeArchive } from "./files/tape-archive.js";
import { runStreamEditor } from "./text/stream-editor.js";
import { runBaseName } from "./text/base-name.js";
import { runCount } from "./text/count.js";
import { runHead } from "./text/head-tail.js";
import { runCut, runReverse, runSort, runUnique } from "./text/line-filters.js";
import { printText } from "./output.js";
import { runSequence } from "./text/sequence.js";
import { runTranslate } from "./text/translate.js";
import { runGrep } from "./text/grep.js";
import { runAwk } from "./text/awk.js";
import { runPerl } from "./text/perl.js";
import { runJsonQuery } from "./text/json-query.js";
import { runXargs } from "./xargs.js";
import { runSleep } from "./sleep.js";
import { runShell } from "./shells.js";
import { runWhich } from "./which.js";

const SUCCEEDS: Program = () => 0;

/** A program that says what it does if it gets `-v`. */
const verbose =
  (program: Program): Program =>
  (call, shell) => {
    if (call.words.some(({ value }) => /^(?:-[A-Za-uw-z]*v[A-Za-z]*|--verbose)$/.test(value)))
      printText(call, undefined, shell);
    return program(call, shell);
  };

const PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["cat", runCat],
  ["tee", runTee],
  ["cp", verbose(runCopy)],
  ["mv", verbose(runMove)],
  ["install", verbose(runInstall)],
  ["tar", verbose(runTapeArchive)],
  ["cmp", runCompare],
  ["diff", runCompare],
  ["dd", runConvert],
  ["rsync", verbose(runSynchronize)],
  ["ln", verbose(runLink)],
  ["rm", verbose(runRemove)],
  ["unlink", runRemove],
  ["rmdir", verbose(runRemoveDirectory)],
  ["find", runFind],
  ["mkdir", verbose(runMakeDirectory)],
  ["touch", runTouch],
  ["mkfifo", runMakePipe],
  ["truncate", runTruncate],
  ["envsubst", runEnvironmentSubstitution],
  ["printenv", runPrintEnvironment],
  ["base64", runBase64],
  ["mktemp", runMakeTemporary],
  ["ls", runList],
  ["chmod", verbose(runChangeMode)],
  ["chown", verbose(runChangeMode)],
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
  ["sleep", runSleep],
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

/** The model of a program; `undefined` if it has none. */
export function programOf(name: string): Program | undefined {
  return PROGRAMS.get(name);
}

/** `uname` on the runner and in AWF's container; undefined for the rest of what it tells. */
function runSystemName(call: CommandCall, shell: Shell): Status | undefined {
  const [, option, ...others] = call.words;
  if (others.length > 0 || !["-s", "--kernel-name", undefined].includes(option?.value)) return undefined;
  shell.print(call, valueContent(textValue("Linux\n", call.origin), call.origin));
  return 0;
}
