import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { ask } from "../state/facts.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { joinValues, sliceValue, textValue, unknownValue, type Value } from "../values/value.js";
import { unwrapLaunchers } from "./launchers.js";
import { outputOf, printText } from "./output.js";
import { inputText } from "./file-content.js";
import { taintAll } from "./taint.js";
import { linesOf } from "./text/lines.js";

const WITH_VALUE: ReadonlySet<string> = new Set(["-I", "-n", "-L", "-P", "-d", "-s", "-a", "-E"]);

/** `xargs command`: runs the command with the words of its input. */
export function runXargs(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  let index = 0;
  let placeholder: string | undefined;
  let perCall = Infinity;
  let isPlain = true;
  let file: CallWord | undefined;
  let separator: string | undefined;
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (!value.startsWith("-")) break;
    const letter = value.slice(0, 2);
    const inline = value.length > 2 && WITH_VALUE.has(letter) && !value.startsWith("--");
    const operand = inline ? value.slice(2) : WITH_VALUE.has(value) ? (words[++index]?.value ?? "") : "";
    if (letter === "-I") placeholder = operand;
    else if (letter === "-n") perCall = Number(operand);
    else if (value === "-a") file = words[index];
    else if (letter === "-d" && /^(?:.|\\n)$/.test(operand)) separator = operand.replace("\\n", "\n");
    else if (value === "-0" || value === "--null") separator = "\0";
    else if (letter !== "-P" && !/^(?:-[rt]|--no-run-if-empty)$/.test(value)) isPlain = false;
  }
  const command = words.slice(index);
  if (command.length === 0) return runEcho(call, shell, isPlain && perCall === Infinity, file);
  const text = inputText(call, file ? [file] : [], shell);
  if (text === undefined || !isPlain || (separator === undefined && /["'\\]/.test(text))) {
    return runForUnknown(call, command, shell);
  }
  const items =
    separator !== undefined
      ? text.split(separator).filter((item, index, all) => item !== "" || index < all.length - 1)
      : placeholder === undefined
        ? text.split(/[ \t\n]+/).filter((item) => item !== "")
        : linesOf(text)
            .map((line) => line.trimStart())
            .filter((line) => line !== "");
  const size = placeholder === undefined ? Math.min(perCall, Math.max(1, items.length)) : 1;
  const [template] = command;
  if (!template) return 0;
  const word = (item: string): CallWord => ({
    value: item,
    isKnown: true,
    text: textValue(item, call.origin),
    maySplit: false,
    word: template.word,
  });
  let status: Status = 0;
  if (
    items.length === 0 &&
    placeholder === undefined &&
    !words.slice(0, index).some(({ value }) => value === "-r" || value === "--no-run-if-empty")
  )
    return statusOfFailure(inSubshell(call.state, () => shell.runWords(call, command)));
  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    const own =
      placeholder === undefined
        ? [...command, ...part.map(word)]
        : command.map((given) => replaced(given, placeholder, part[0] ?? "", call));
    const result = inSubshell(call.state, () => shell.runWords(call, own));
    if (result !== 0) status = statusOfFailure(result);
    // It gives up after such a status.
    if (result === 255) break;
  }
  return status;
}

/** `xargs` without a command prints the words of its input in a line. */
function runEcho(call: CommandCall, shell: Shell, isPlain: boolean, file: CallWord | undefined): Status {
  const text = inputText(call, file ? [file] : [], shell);
  // `echo` takes a first word such as `-n` for an option.
  const isWord = text !== undefined && isPlain && /^\s*(?:[^\s"'\\-][^"'\\]*)?$/.test(text);
  printText(
    call,
    isWord
      ? `${text
          .trim()
          .split(/[ \t\n]+/)
          .join(" ")}\n`
      : undefined,
    shell,
  );
  return text === undefined || !isPlain ? outputOf(call) : /["']/.test(text) ? outputOf(call) : 0;
}

/** The status of `xargs` after a command; that of a command that was not found stays as it is. */
function statusOfFailure(status: Status): Status {
  if (typeof status !== "number" || status === 0 || status === 126 || status === 127) return status;
  return status === 255 ? 124 : 123;
}

/** Runs a command with unknown words: a call of AWF runs once, other commands may do anything. */
function runForUnknown(call: CommandCall, command: readonly CallWord[], shell: Shell): Status {
  const unknown = outputOf(call);
  if (!unwrapLaunchers(command).words[0]?.value.endsWith("awf")) {
    taintAll(call, unknown);
    return unknown;
  }
  const [last] = command.slice(-1);
  if (last && ask(call.state, `round ${unknown.id}`, true, unknown)) {
    const item = { ...last, value: "{}", isKnown: false, text: unknownValue(unknown), maySplit: false };
    const words = command.map((word) => (word.value.includes("{}") ? item : word));
    inSubshell(call.state, () => shell.runWords(call, words.includes(item) ? words : [...words, item]));
  }
  return unknown;
}

function replaced(given: CallWord, placeholder: string, item: string, call: CommandCall): CallWord {
  const { text } = given.text.text;
  if (!text.includes(placeholder)) return given;
  const pieces: Value[] = [];
  let position = 0;
  for (let at = text.indexOf(placeholder); at !== -1; at = text.indexOf(placeholder, position)) {
    pieces.push(sliceValue(given.text, position, at), textValue(item, call.origin));
    position = at + placeholder.length;
  }
  pieces.push(sliceValue(given.text, position, text.length));
  return { ...given, value: given.value.split(placeholder).join(item), text: joinValues(pieces) };
}
