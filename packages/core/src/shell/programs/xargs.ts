import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { joinValues, sliceValue, textValue, type Value } from "../values/value.js";
import { inputText, outputOf } from "./output.js";
import { reachAll } from "./reach.js";
import { linesOf } from "./text/filters.js";

const WITH_VALUE: ReadonlySet<string> = new Set(["-I", "-n", "-L", "-P", "-d", "-s", "-a", "-E"]);

/** `xargs command`: runs it with the words that it reads. */
export function runXargs(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  let index = 0;
  let placeholder: string | undefined;
  let perCall = Infinity;
  let isPlain = true;
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (!value.startsWith("-")) break;
    const letter = value.slice(0, 2);
    const inline = value.length > 2 && WITH_VALUE.has(letter) && !value.startsWith("--");
    const operand = inline ? value.slice(2) : WITH_VALUE.has(value) ? (words[++index]?.value ?? "") : "";
    if (letter === "-I") placeholder = operand;
    else if (letter === "-n" || letter === "-L") perCall = Number(operand);
    else if (letter !== "-P" && letter !== "-r" && value !== "--no-run-if-empty" && letter !== "-t")
      isPlain = false;
  }
  const command = words.slice(index);
  const text = inputText(call, [], shell);
  if (text === undefined || !isPlain || command.length === 0 || /["'\\]/.test(text)) {
    reachAll(call, outputOf(call));
    return outputOf(call);
  }
  const items =
    placeholder === undefined
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
    !words.slice(0, index).some(({ value }) => value === "-r")
  )
    return shell.runWords(call, command);
  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    const own =
      placeholder === undefined
        ? [...command, ...part.map(word)]
        : command.map((given) => replaced(given, placeholder, part[0] ?? "", call));
    const result = inSubshell(call.state, () => shell.runWords(call, own));
    if (result !== 0) status = typeof result === "number" ? 123 : result;
  }
  return status;
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
