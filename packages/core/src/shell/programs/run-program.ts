import { builtInOf } from "../built-ins/built-ins.js";
import type { CommandCall, Shell } from "../command-call.js";
import { BASH_BUILT_INS } from "../commands/posix-shell.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { fileOfProgram, runFile } from "./executable-files.js";
import { programOf } from "./modelled-programs.js";
import { runUnmodelled } from "./unmodelled.js";
import { statusOfRejection } from "./usage.js";

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
    manner === "external" && !ALSO_PROGRAMS.has(name) ? undefined : builtInOf(call.words[0].value);
  const isByName =
    !call.words[0].value.includes("/") || /^\/(?:usr\/(?:local\/)?)?s?bin\//.test(call.words[0].value);
  const program = call.words[0].isKnown ? (builtIn ?? (isByName ? programOf(name) : undefined)) : undefined;
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
