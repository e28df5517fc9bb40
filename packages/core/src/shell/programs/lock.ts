import type { CommandCall, Shell } from "../command-call.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { readArguments } from "./options.js";
import { outputOf } from "./output.js";
import { pathOfWord } from "./paths.js";
import { taintPaths } from "./taint.js";
import { startShell } from "./new-shell.js";

const WITH_VALUE: readonly string[] = [
  "-w",
  "-E",
  "--wait",
  "--timeout",
  "--conflict-exit-code",
  "-c",
  "--command",
];

/** `flock FILE command`, `flock FILE -c script` and `flock NUMBER`. On a runner, no other process holds the lock. */
export function runLock(call: CommandCall, shell: Shell): Status {
  const options = optionsOf(call);
  const { operands, values } = readArguments({ ...call, words: options }, WITH_VALUE);
  const [file] = operands;
  const command = call.words.slice(options.length);
  const script = values.get("-c") ?? values.get("--command");
  if (!file) return outputOf(call);
  if (command.length === 0 && !script) return 0;
  // `flock` creates the file unless it exists; a folder can be locked, too.
  const { node } = call.state.files.find(pathOfWord(call, file));
  if (node.kind !== "directory") taintPaths(call, [file], outputOf(call));
  return inSubshell(call.state, () => {
    if (!script) return shell.runWords(call, command);
    startShell(call, "sh");
    return shell.runScript(scriptOfValue(script.text), call.state);
  });
}

/** The words up to the file, and `-c script` if it follows. */
function optionsOf({ words }: CommandCall): CommandCall["words"] {
  const [name, ...rest] = words;
  let index = 0;
  for (; index < rest.length; index++) {
    const value = rest[index]?.value ?? "";
    if (!value.startsWith("-")) break;
    if (WITH_VALUE.includes(value)) index++;
  }
  const next = rest[index + 1]?.value;
  const end = next === "-c" || next === "--command" ? rest.length : index + 1;
  return [name, ...rest.slice(0, end)];
}
