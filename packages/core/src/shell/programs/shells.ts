import type { MappedText } from "../../text/index.js";
import type { CommandCall, Shell } from "../command-call.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { type Content, unknownContent, valueContent } from "../files/content.js";
import { inSubshell } from "../state/shell-state.js";
import { withSource } from "../state/source-names.js";
import type { Status } from "../state/status.js";
import { UNSET } from "../state/variables.js";
import { installerOf, runInstaller } from "./installers.js";
import { startShell } from "./new-shell.js";
import { outputOf } from "./output.js";
import { pathOfWord } from "./paths.js";
import { type NoScript, scriptOfContent, scriptOfFile } from "./script-files.js";
import { readShellArguments, type ScriptSource } from "./shell-arguments.js";
import { readStartupFileOfDash, readStartupFiles } from "./startup-files.js";
import { isGhAwScript, taintAll } from "./taint.js";

/** `bash -c script`, `bash file`, and `bash` with a script on its input. */
export function runShell(call: CommandCall, shell: Shell): Status {
  const { source, isLogin, isInteractive, options, operands } = readShellArguments(call.words.slice(1));
  const input = source.kind === "input" ? shell.readInput(call) : undefined;
  // With `-n`, a shell only checks the syntax.
  if (options.some(([option, isOn]) => option === "noexec" && isOn)) return outputOf(call);
  const installer = installerFrom(call, source, input);
  if (installer !== undefined) {
    runInstaller(call, installer, operands);
    return outputOf(call);
  }
  const script = scriptFrom(call, source, input, shell);
  if (script === "missing") return 127;
  if (script === "directory") return 126;
  const [operand, ...rest] = operands;
  if (!script) {
    if (operand && isGhAwScript(operand.value)) shell.print(call, unknownContent(outputOf(call)));
    else taintAll(call, outputOf(call, operand ? `\`${operand.value}\`` : "`bash`"));
    return outputOf(call);
  }
  return inSubshell(call.state, () => {
    startShell(call, call.name);
    if (call.name === "bash") readStartupFiles(call.state, { isLogin, isInteractive }, call.origin);
    else readStartupFileOfDash(call.state, isInteractive, call.origin);
    for (const [option, isOn] of options) call.state.options.set(option, isOn);
    const positional = source.kind === "argument" ? rest.slice(1) : source.kind === "file" ? rest : operands;
    call.state.positional.set("", { words: positional, script: call.script });
    const named = source.kind === "argument" ? rest[0] : operand;
    if (named) call.state.variables.set("0", { ...UNSET, value: named.text });
    const run = (): Status => shell.runScript(script, call.state);
    return source.kind === "file" ? withSource(script, source.word.text, run) : run();
  });
}

/** The URL of the installer that is the script; `undefined` if it is not one. */
function installerFrom(
  call: CommandCall,
  source: ScriptSource,
  input: Content | undefined,
): string | undefined {
  switch (source.kind) {
    case "argument":
      return source.word && installerOf(valueContent(source.word.text, call.origin));
    case "file": {
      const { node } = call.state.files.find(pathOfWord(call, source.word));
      if (node.kind === "unknown") return node.unknown.installer;
      return node.kind === "file" ? installerOf(node.content) : undefined;
    }
    case "input":
      return installerOf(input);
  }
}

/** The script, or why there is none; `undefined` if the script is not known. */
function scriptFrom(
  call: CommandCall,
  source: ScriptSource,
  input: Content | undefined,
  shell: Shell,
): MappedText | NoScript | undefined {
  switch (source.kind) {
    case "argument":
      // The outer shell has expanded the unknown parts; the inner one parses the rest.
      return source.word && scriptOfValue(source.word.text);
    case "file":
      return scriptOfFile(call, source.word, shell);
    case "input":
      return scriptOfContent(input);
  }
}
