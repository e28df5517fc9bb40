import { joinTexts, type MappedText } from "../../text/index.js";
import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { type Content, unknownContent, valueContent } from "../files/content.js";
import type { FileNode } from "../files/node.js";
import { baseName } from "../files/path.js";
import { ControlFlow, leavingOf } from "../state/control-flow.js";
import { noteAdditions } from "../state/additions.js";
import { dropFunctions, isExportOfFunction } from "../state/exported-functions.js";
import { lookUp } from "../state/lookup.js";
import { directoryOf, inSubshell, noteUnknown, type ShellState } from "../state/shell-state.js";
import { nameSource, withSource } from "../state/source-names.js";
import type { Status } from "../state/status.js";
import { asExported, UNSET } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import { fillIn, joinValues, textValue, unknownValue } from "../values/value.js";
import { valueOfPath } from "./files/printed-paths.js";
import { installerOf, runInstaller } from "./installers.js";
import { outputOf } from "./output.js";
import { pathOf, pathOfWord } from "./paths.js";
import { descriptorNumber } from "../commands/descriptors.js";
import { isGhAwScript, taintAll } from "./taint.js";
import { readStartupFileOfDash, readStartupFiles } from "./startup-files.js";

const SHELLS: ReadonlySet<string> = new Set(["bash", "sh", "dash"]);

/** `bash -c script`, `bash file`, and `bash` with a script on its input. */
export function runShell(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  let index = 0;
  let takesScript = false;
  let readsInput = false;
  let isLogin = false;
  let isInteractive = false;
  const options: [string, boolean][] = [];
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (value === "--") {
      index++;
      break;
    }
    if (!/^[-+]./.test(value)) break;
    if (value === "--rcfile" || value === "--init-file") index++;
    if (value === "--login") isLogin = true;
    if (value.startsWith("--")) continue;
    for (const letter of value.slice(1)) {
      if (letter === "c") takesScript = true;
      else if (letter === "s") readsInput = true;
      else if (letter === "l") isLogin = true;
      else if (letter === "i") isInteractive = true;
      else if (letter === "e") options.push(["errexit", value.startsWith("-")]);
      else if (letter === "u") options.push(["nounset", value.startsWith("-")]);
      else if (letter === "o" || letter === "O")
        options.push([words[++index]?.value ?? "", value.startsWith("-")]);
    }
  }
  const operand = words[index];
  const rest = words.slice(index + 1);
  const isFile = operand !== undefined && !readsInput && operand.value !== "-";
  const content = takesScript || isFile ? undefined : shell.readInput(call);
  const installer = takesScript
    ? operand && installerOf(valueContent(operand.text, call.origin))
    : isFile
      ? installerAt(call, operand)
      : installerOf(content);
  if (installer !== undefined) {
    runInstaller(call, installer, words.slice(index));
    return outputOf(call);
  }
  const script = takesScript
    ? operand && scriptOfWord(operand)
    : isFile
      ? scriptOfFile(call, operand, shell)
      : scriptOfContent(content);
  if (script === "missing") return 127;
  if (!script) {
    if (operand && isGhAwScript(operand.value)) shell.print(call, unknownContent(outputOf(call)));
    else taintAll(call, outputOf(call, operand ? `\`${operand.value}\`` : "`bash`"));
    return outputOf(call);
  }
  const positional = takesScript ? rest.slice(1) : isFile ? rest : words.slice(index);
  return inSubshell(call.state, () => {
    startShell(call.state, call.name);
    if (call.name === "bash") readStartupFiles(call.state, { isLogin, isInteractive }, call.origin);
    else readStartupFileOfDash(call.state, isInteractive, call.origin);
    for (const [option, isOn] of options) call.state.options.set(option, isOn);
    call.state.positional.set("", { words: positional, script: call.script });
    const named = takesScript ? rest[0] : operand;
    if (named) call.state.variables.set("0", { ...UNSET, value: named.text });
    const run = (): Status => shell.runScript(script, call.state);
    return isFile ? withSource(script, operand.text, run) : run();
  });
}

/** Resets the state to that of a new shell, which inherits only exported variables. */
export function startShell(state: ShellState, name: string): void {
  for (const variable of state.variables.keys()) {
    const before = state.variables.get(variable);
    const exported = asExported(variable, before);
    if (!exported) state.variables.set(variable, UNSET);
    else if (exported.isReadonly === true) state.variables.set(variable, { ...exported, isReadonly: false });
    else if (exported !== before) state.variables.set(variable, exported);
  }
  // A shell sets it, whatever the environment has.
  state.variables.set("IFS", undefined);
  dropFunctions(state, name === "bash");
  for (const option of state.options.keys())
    if (!isExportOfFunction(option)) state.options.set(option, undefined);
  for (const signal of state.traps.keys()) state.traps.set(signal, undefined);
  if (lookUp(state, "PWD").kind === "unset")
    state.variables.set("PWD", { ...UNSET, value: valueOfPath(state, directoryOf(state)), isExported: true });
  state.places.set("function", undefined);
  state.places.set("sourced", undefined);
  state.statuses.set("", 0);
  if (name === "sh" || name === "dash") state.options.set("posix", true);
}

function scriptOfWord(word: CallWord): MappedText | undefined {
  // The outer shell has already expanded the unknown parts; the inner one parses the rest.
  return scriptOfValue(word.text);
}

/** The URL of the installer that a file is; `undefined` if it is not one. */
function installerAt(call: CommandCall, word: CallWord): string | undefined {
  const { node } = call.state.files.find(pathOfWord(call, word));
  if (node.kind === "unknown") return node.unknown.installer;
  return node.kind === "file" ? installerOf(node.content) : undefined;
}

/** The script in a file; `missing` if there is none, `undefined` if it is not known. */
export function scriptOfFile(
  call: CommandCall,
  word: CallWord,
  shell: Shell,
): MappedText | "missing" | undefined {
  const path = pathOfWord(call, word);
  const number = descriptorNumber(path);
  if (number !== undefined) return scriptOfContent(shell.readDescriptor(call, number));
  if (path === "/dev/null") return scriptOfContent([]);
  const { node } = call.state.files.find(path);
  if (node.kind === "absent" || node.kind === "directory") return "missing";
  return node.kind === "file" ? scriptOfContent(node.content) : undefined;
}

function scriptOfContent(content: Content | undefined): MappedText | undefined {
  if (!content || content.some((part) => part.kind === "unknown")) return undefined;
  const texts = content.flatMap((part) => (part.kind === "known" ? [scriptOfValue(part.expanded)] : []));
  return joinTexts(texts);
}

/** The file of a program, found by its path or in `$PATH`, if a script wrote it. */
export function fileOfProgram(call: CommandCall): FileNode | undefined {
  const [word] = call.words;
  const { state } = call;
  if (word.value.includes("/")) {
    const { node } = state.files.find(pathOfWord(call, word));
    return node.kind === "file" ? node : undefined;
  }
  const path = lookUp(state, "PATH");
  if (path.kind !== "set" || !word.isKnown) return undefined;
  const text = fillIn(path.value, (unknown) => noteUnknown(state, unknown));
  for (const folder of text.split(":")) {
    if (folder === "" || folder.startsWith("\0")) break;
    const { node } = state.files.find(`${folder}/${word.value}`);
    if (node.kind === "file" && node.isExecutable) return node;
  }
  return undefined;
}

/** Runs a program that is a shell script of the job; `undefined` if it is not one. */
export function runFile(call: CommandCall, shell: Shell): Status | undefined {
  const [word, ...rest] = call.words;
  const node = fileOfProgram(call);
  if (!node) {
    if (!word.value.includes("/")) return undefined;
    const { kind } = call.state.files.find(pathOfWord(call, word)).node;
    return kind === "absent" ? 127 : kind === "directory" ? 126 : undefined;
  }
  if (node.kind !== "file") return undefined;
  if (!node.isExecutable) return 126;
  const script = scriptOfContent(node.content);
  if (!script) return undefined;
  const interpreter = interpreterOf(script.text);
  if (interpreter === "missing") return 127;
  if (!interpreter) return undefined;
  const { name, options } = interpreter;
  return inSubshell(call.state, () => {
    startShell(call.state, name);
    for (const option of options) call.state.options.set(option, true);
    call.state.positional.set("", { words: rest, script: call.script });
    // A program that `$PATH` finds has its path there as its name.
    const path = word.value.includes("/") ? word.text : unknownValue(outputOf(call, "`$PATH`"));
    call.state.variables.set("0", { ...UNSET, value: path });
    return withSource(script, path, () => shell.runScript(script, call.state));
  });
}

interface ShebangShell {
  readonly name: string;
  /** The options of the shell that are on. */
  readonly options: readonly string[];
}

/** The shell that a script's first line names; `missing` for a program that there cannot be, `undefined` if unsure. */
function interpreterOf(script: string): ShebangShell | "missing" | undefined {
  const line = (/^#!(.*)/.exec(script)?.[1] ?? "bash").trim();
  const [path = ""] = line.split(/[ \t]/, 1);
  const argument = line.slice(path.length).trim();
  const isEnv = baseName(path) === "env";
  // Linux passes the rest of the line as one argument.
  if (isEnv && /^\w+[ \t]/.test(argument)) return "missing";
  const split = isEnv ? argument.replace(/^(?:-S|--split-string=)[ \t]*/, "") : argument;
  const words = split === "" ? [] : split === argument ? [argument] : split.split(/[ \t]+/);
  const [name = "", ...rest] = isEnv ? words : [baseName(path), ...words];
  if (!SHELLS.has(name)) return undefined;
  const options: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? "";
    if (/^--(?:login|noprofile|norc)$/.test(word)) continue;
    const [, letters = "", takesName] = /^-([ehlpuvxBE]*)(o?)$/.exec(word) ?? [];
    if (letters === "" && takesName !== "o") return undefined;
    if (letters.includes("e")) options.push("errexit");
    if (letters.includes("u")) options.push("nounset");
    if (takesName === "o") options.push(rest[++index] ?? "");
  }
  return { name, options };
}

/** What Node's, Python's and Rust's tools give to be sourced: it changes `$PATH` and variables of their own. */
const SETS_PATH = /(?:^|\/)(?:\.?nvm\/nvm\.sh|\.cargo\/env|\.?v?env\/bin\/activate)$/;

/** Programs that print such scripts for `eval`. */
const SETS_VARIABLES = /^`(?:brew|fnm|nodenv|pyenv|rbenv|ssh-agent)`$/;

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
  if (script === "missing") return 1;
  const { state } = call;
  if (!script && isBashrcOfImage(call, operand)) return 0;
  if (!script) noteAdditions(state);
  if (!script && (isGhAwScript(operand.value) || SETS_PATH.test(operand.value))) return outputOf(call);
  if (!script) {
    taintAll(call, outputOf(call, `\`${operand.value}\``));
    for (const name of state.variables.keys()) {
      const before = state.variables.get(name);
      const unknown = outputOf(call, `\`${operand.value}\``);
      if (before)
        state.variables.set(name, {
          ...before,
          elements: undefined,
          value: unknownOf(unknown, name),
          mayBeUnset: true,
        });
    }
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

function unknownOf(unknown: ReturnType<typeof outputOf>, name: string): ReturnType<typeof unknownValue> {
  return unknownValue({ ...unknown, id: boundedId(`${unknown.id} ${name}`), label: `\${${name}}` });
}

/** `eval words`. */
export function runEval(call: CommandCall, shell: Shell): Status {
  const space = textValue(" ", call.origin);
  const words = call.words.slice(1);
  const value = joinValues(words.flatMap(({ text }, index) => (index > 0 ? [space, text] : [text])));
  if (value.guesses.length > 0) noteAdditions(call.state);
  if (value.guesses.length === 1 && SETS_VARIABLES.test(value.guesses[0]?.unknown.what ?? "")) return 0;
  if (value.guesses[0]?.start === 0) {
    taintAll(call, outputOf(call));
    return outputOf(call);
  }
  return shell.evaluate(scriptOfValue(value), call);
}
