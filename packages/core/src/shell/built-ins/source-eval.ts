import { unknownContent } from "../files/content.js";
import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { outputOf } from "../programs/output.js";
import { pathOf, pathOfWord } from "../programs/paths.js";
import { scriptOfFile } from "../programs/script-files.js";
import { isGhAwScript, taintAll } from "../programs/taint.js";
import { noteAdditions } from "../state/added-variables.js";
import { forgetVariables } from "../state/setters.js";
import { ControlFlow, leavingOf } from "../state/control-flow.js";
import { lookUp } from "../state/lookup.js";
import { isOn } from "../state/shell-state.js";
import { nameSource } from "../state/source-names.js";
import type { Status } from "../state/status.js";
import { joinValues, textValue } from "../values/value.js";

/** What Node's, Python's and Rust's tools give to be sourced: it changes `$PATH` and variables of their own. */
const SETS_PATH = /(?:^|\/)(?:\.?nvm\/nvm\.sh|\.cargo\/env|\.?v?env\/bin\/activate)$/;

/**
 * Whether a file is the `.bashrc` of the machine, at whose end the job may have written something: Ubuntu's and Debian's
 * begins with a `return` for shells that are not interactive.
 */
function isBashrcOfImage(call: CommandCall, word: CallWord): boolean {
  const path = pathOfWord(call, word);
  const home = lookUp(call.state, "HOME");
  if (home.kind !== "set" || path !== `${pathOf(call.state, home.value)}/.bashrc`) return false;
  const { node } = call.state.files.find(path);
  const [first] = node.kind === "file" ? node.content : [];
  const unknown =
    node.kind === "unknown" ? node.unknown : first?.kind === "unknown" ? first.unknown : undefined;
  // What no command wrote has no place in the workflow's file.
  return unknown?.origin.end === 0;
}

/** `source file`. */
export function runSource(call: CommandCall, shell: Shell): Status {
  const [, operand, ...rest] = call.words;
  if (!operand) return 2;
  const script = scriptOfFile(call, operand, shell);
  const { state } = call;
  if (script === "missing" || script === "directory") {
    shell.printError(call, unknownContent(outputOf(call, "an error of `source`")));
    // Dash exits, but not behind `command`.
    if (isOn(state, "posix") && call.command.name?.value !== "command")
      throw new ControlFlow({ kind: "exit", status: 2 });
    return script === "missing" ? 1 : 126;
  }
  if (!script && isBashrcOfImage(call, operand)) return 0;
  if (!script) noteAdditions(state);
  if (!script && (isGhAwScript(operand.value) || SETS_PATH.test(operand.value))) return outputOf(call);
  if (!script) {
    const unknown = outputOf(call, `\`${operand.value}\``);
    taintAll(call, unknown);
    forgetVariables(state, unknown);
    return outputOf(call);
  }
  const outer = state.positional.get("");
  if (rest.length > 0) state.positional.set("", { words: rest, script: call.script });
  nameSource(script, operand.text);
  let status: Status = 0;
  const outerSource = state.places.get("sourced");
  state.places.set("sourced", "yes");
  const leaving = leavingOf(() => {
    status = shell.evaluate(script, call);
  });
  state.places.set("sourced", outerSource);
  if (rest.length > 0) state.positional.set("", outer);
  if (leaving && leaving.kind !== "return") throw new ControlFlow(leaving);
  return leaving ? leaving.status : status;
}

/** Programs that print such scripts for `eval`. */
const SETS_VARIABLES = /^`(?:brew|fnm|nodenv|pyenv|rbenv|ssh-agent)`$/;

/** `eval words`. */
export function runEval(call: CommandCall, shell: Shell): Status {
  const space = textValue(" ", call.origin);
  const words = call.words.slice(1);
  const value = joinValues(words.flatMap(({ text }, index) => (index > 0 ? [space, text] : [text])));
  const unknowns = value.guesses.filter(({ unknown }) => !unknown.script);
  if (unknowns.length > 0) noteAdditions(call.state);
  if (value.guesses.length === 1 && SETS_VARIABLES.test(value.guesses[0]?.unknown.what ?? "")) return 0;
  if (unknowns[0]?.start === 0) {
    taintAll(call, outputOf(call));
    forgetVariables(call.state, outputOf(call));
    return outputOf(call);
  }
  return shell.evaluate(scriptOfValue(value), call);
}
