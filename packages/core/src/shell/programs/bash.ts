import { joinTexts } from "../../text/index.js";
import type { CommandCall, CommandResult, Shell } from "../command-call.js";
import { wordText } from "../expanded-text.js";
import type { Content } from "../files.js";
import { forkState, leaveSubshell, setPositional } from "../state.js";

/** `bash -c script`, and `bash` with a script on its input. A script in a file is not read. */
export function runBash(call: CommandCall, shell: Shell): CommandResult | undefined {
  const options = call.words.slice(1);
  let index = 0;
  let takesScript = false;
  for (; index < options.length; index++) {
    const value = options[index]?.value ?? "";
    if (!/^[-+]/.test(value)) break;
    if (/^-[a-z]+$/.test(value) && value.includes("c")) takesScript = true;
    // `-o pipefail`, `-O extglob`
    if (/^[-+][a-z]*[oO]$/.test(value)) index++;
  }
  const operand = options[index];
  const subshell = forkState(call.state);
  let result: CommandResult | undefined;
  if (takesScript && operand) {
    const { text } = wordText(call.script, operand.word, call.state.scope);
    setPositional(subshell, { words: options.slice(index + 2), script: call.script });
    result = shell.runScript(text, subshell, call.input);
  } else if (!operand && call.input) {
    const [content] = call.input;
    if (call.input.length === 1 && content) result = shell.runScript(scriptOf(content), subshell);
  }
  leaveSubshell(call.state, subshell);
  return result;
}

function scriptOf(content: Content): ReturnType<typeof joinTexts> {
  return joinTexts(content.flatMap((part) => (part.kind === "known" ? [part.expanded.text] : [])));
}
