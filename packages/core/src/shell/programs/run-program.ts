import { builtInOf } from "../built-ins/built-ins.js";
import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { BASH_BUILT_INS } from "../commands/posix-shell.js";
import { unknownContent } from "../files/content.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { fileOfProgram, runFile } from "./executable-files.js";
import { programOf } from "./modelled-programs.js";
import { outputOf } from "./output.js";
import { runUnmodelled } from "./unmodelled.js";
import { statusOfRejection } from "./usage.js";

/** Built-ins that also exist as programs. */
const ALSO_PROGRAMS: ReadonlySet<string> = new Set(["true", "false", "[", "test", "echo", "printf", "pwd"]);

/** Programs that say what is wrong when they fail; `grep` only if it cannot read. */
const COMPLAINING: ReadonlySet<string> = new Set(
  (
    "cat tee cp mv install tar ln unlink rm rmdir find mkdir touch mkfifo truncate ls chmod chown realpath mktemp head tail " +
    "sed awk perl jq base64 tr sort uniq tac cut wc cd pushd popd printf export declare typeset local readonly hash type alias wait seq trap unset basename dirname"
  ).split(" "),
);

/** Prints what a program complains about if its status says that it fails, or that it may fail. */
function complain(call: CommandCall, status: Status, shell: Shell): void {
  const complains =
    call.name === "grep"
      ? status !== 1 && !call.words.some(isSilent)
      : /^(?:test|\[)$/.test(call.name)
        ? status === 2
        : COMPLAINING.has(call.name);
  if (status !== 0 && complains)
    shell.printError(call, unknownContent(outputOf(call, `an error of \`${call.name}\``)));
}

/** `grep -s`. */
function isSilent({ value }: CallWord): boolean {
  return /^(?:-[A-Za-rt-z]*s[A-Za-z]*|--no-messages)$/.test(value);
}

/** Runs a modelled program, or makes unknown what another program may change. */
export function runProgram(
  call: CommandCall,
  shell: Shell,
  manner: "shell" | "command" | "external",
): Status {
  const { name } = call;
  if (BASH_BUILT_INS.has(call.words[0].value) && isOn(call.state, "posix")) return 127;
  const builtIn =
    manner === "external" && !ALSO_PROGRAMS.has(name) ? undefined : builtInOf(call.words[0].value);
  const isByName =
    !call.words[0].value.includes("/") || /^\/(?:usr\/(?:local\/)?)?s?bin\//.test(call.words[0].value);
  const program = call.words[0].isKnown ? (builtIn ?? (isByName ? programOf(name) : undefined)) : undefined;
  if (manner === "external" || !builtIn) {
    if (!call.words[0].value.includes("/") && fileOfProgram(call))
      return runFile(call, shell) ?? runUnmodelled(call, shell);
  }
  const status = (program && statusOfRejection(call)) ?? program?.(call, shell);
  if (status === undefined) return runFile(call, shell) ?? runUnmodelled(call, shell);
  complain(call, status, shell);
  return status;
}
