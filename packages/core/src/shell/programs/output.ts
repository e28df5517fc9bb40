import type { CallWord, CommandCall, Shell } from "../command-call.js";
import {
  appendContent,
  EMPTY,
  textOfContent,
  unknownContent,
  valueContent,
  type Content,
  type FilePart,
} from "../files/content.js";
import { descriptorNumber, descriptorOf, writeDescriptor } from "../commands/descriptors.js";
import type { Found } from "../files/file-tree.js";
import { lacksFolder, isKnownToExist } from "../state/presence.js";
import { assignVariable } from "../state/lookup.js";
import { isOn, newUnknown } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { boundedId, boundedLabel } from "../values/bounded-names.js";
import {
  firstUnknown,
  joinValues,
  knownText,
  textValue,
  unknownValue,
  type Unknown,
  type Value,
} from "../values/value.js";
import { placeOf } from "../context.js";
import { format, unescape } from "./text/print-format.js";
import { readArguments } from "./options.js";
import { pathOfWord } from "./paths.js";
import { fileSource } from "../values/source-words.js";

/** The unknown output or status of a program. `what` names it in messages. */
export function outputOf(call: CommandCall, what = `\`${call.name}\``): Unknown {
  return newUnknown(call.state, `output ${placeOf(call.command, call)} ${call.name}`, {
    label: boundedLabel(`$(${call.words.map(({ value }) => value).join(" ")})`),
    what,
    origin: call.origin,
  });
}

/** The input of a program. */
export function inputOf(call: CommandCall, shell: Shell): Content {
  return shell.readInput(call) ?? unknownContent(outputOf(call, `the input of \`${call.name}\``));
}

/** `echo`. */
export function runEcho(call: CommandCall, shell: Shell): Status {
  let words: readonly CallWord[] = call.words.slice(1);
  let newline = true;
  let escapes = isOn(call.state, "posix");
  if (!escapes) {
    while (/^-[neE]+$/.test(words[0]?.value ?? "") && words[0]?.isKnown === true) {
      const option = words[0].value;
      if (option.includes("e")) escapes = true;
      if (option.includes("E")) escapes = false;
      if (option.includes("n")) newline = false;
      words = words.slice(1);
    }
  } else if (words[0]?.value === "-n") {
    newline = false;
    words = words.slice(1);
  }
  const end = newline ? [textValue("\n", call.origin)] : [];
  const values = words.flatMap((word, index) => {
    const before = words[index - 1];
    return before ? [separator(before, word, call), word.text] : [word.text];
  });
  if (!escapes) {
    for (const value of [...values, ...end]) shell.print(call, valueContent(value, call.origin));
    return 0;
  }
  const text = knownText(joinValues(values));
  const unescaped = text === undefined ? undefined : unescape(text, true);
  if (text === undefined || unescaped === undefined) shell.print(call, unknownContent(outputOf(call)));
  else
    shell.print(
      call,
      valueContent(
        textValue(unescaped.text + (unescaped.stops || !newline ? "" : "\n"), call.origin),
        call.origin,
      ),
    );
  return 0;
}

/** The space that `echo` prints between two words; unknown if one of them may be no word at all. */
function separator(left: CallWord, right: CallWord, { origin }: CommandCall): Value {
  const word = [left, right].find(({ maySplit }) => maySplit);
  const unknown = word && firstUnknown(word.text);
  return unknown
    ? unknownValue({ ...unknown, id: boundedId(`space at ${unknown.id}`), label: " " })
    : textValue(" ", origin);
}

/** `printf`, which repeats its format until all arguments are printed. */
export function runPrintf(call: CommandCall, shell: Shell): Status {
  let words: readonly CallWord[] = call.words.slice(1);
  let variable: string | undefined;
  if (words[0]?.value === "-v") {
    variable = words[1]?.value;
    words = words.slice(2);
  }
  if (words[0]?.value === "--") words = words.slice(1);
  const [first, ...args] = words;
  const printed =
    first && !words.some(({ maySplit }) => maySplit) ? format(first.text, args, call) : undefined;
  if (variable !== undefined) {
    assignVariable(call.state, variable, printed ? joinValues(printed.values) : unknownValue(outputOf(call)));
  } else if (printed) {
    for (const value of printed.values) shell.print(call, valueContent(value, call.origin));
  } else shell.print(call, unknownContent(outputOf(call)));
  if (printed) return printed.fails ? 1 : 0;
  // A number that is none is an error.
  return first && /%[-+ #\d.]*[diouxXfeEgG]/.test(first.value) ? outputOf(call) : 0;
}

/** `cat`. */
export function runCat(call: CommandCall, shell: Shell): Status {
  const { operands, options, isUnsure } = readArguments(call);
  if (isUnsure) {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  const files = operands.length > 0 ? operands : undefined;
  let output: Content = EMPTY;
  let status: Status = 0;
  for (const word of files ?? [undefined]) {
    const isInput = word === undefined || word.value === "-";
    const isSame = isInput ? readsItsOutput(call) : isItsOutput(call, pathOfWord(call, word));
    const content = isInput ? inputOf(call, shell) : contentOf(call, word, shell);
    if (!content) status = 1;
    else if (!isInput) status = worst(status, statusOfReading(call, word));
    if (content && !isSame) output = appendContent(output, content);
    // `cat` refuses to copy a file to itself, unless the file is empty and nothing was written to it before.
    const held = isSame && content ? [...content, ...output].filter(hasText) : EMPTY;
    if (held.length > 0)
      status = worst(status, held.some(({ kind }) => kind === "known") ? 1 : outputOf(call));
  }
  const isChanged = [...options].some((option) => option !== "-u");
  shell.print(call, isChanged && output.length > 0 ? unknownContent(outputOf(call)) : output);
  return status;
}

function hasText(part: FilePart): boolean {
  return part.kind === "unknown" || part.expanded.text.text !== "";
}

/** Whether a command writes its output to the file at a path. */
export function isItsOutput({ state }: CommandCall, path: string): boolean {
  const output = state.descriptors.get("1");
  return output?.kind === "file" && state.files.find(path).path === output.path;
}

/** Whether a command writes its output to the file that it reads as input. */
export function readsItsOutput(call: CommandCall): boolean {
  const input = call.state.descriptors.get("0");
  return input?.kind === "input" && input.path !== undefined && isItsOutput(call, input.path);
}

/** The content of the file that a word names; `undefined` if there is no such file. */
export function contentOf(call: CommandCall, word: CallWord, shell: Shell): Content | undefined {
  const number = word.isKnown ? descriptorNumber(word.value) : undefined;
  if (number !== undefined)
    return (
      shell.readDescriptor(call, number) ?? unknownContent(outputOf(call, `descriptor ${String(number)}`))
    );
  if (word.isKnown && word.value === "/dev/null") return EMPTY;
  const { node, path } = call.state.files.find(pathOfWord(call, word));
  switch (node.kind) {
    case "file":
      return node.content;
    case "unknown":
      return unknownContent({
        ...node.unknown,
        id: boundedId(`content ${path} ${node.unknown.id}`),
        label: boundedLabel(`$(cat ${word.value})`),
        what: fileSource(word.value),
        origin: call.origin,
      });
    default:
      return undefined;
  }
}

/** `tee`: copies its input to files and prints it. */
export function runTee(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const appends = options.has("-a") || options.has("--append");
  const input = inputOf(call, shell);
  let status: Status = 0;
  for (const word of operands) {
    const number = word.isKnown ? descriptorNumber(word.value) : undefined;
    if (number !== undefined) writeAnew(call, number, input, appends);
    if (word.isKnown && word.value.startsWith("/dev/")) continue;
    if (!writeContent(call, word, input, appends)) status = 1;
  }
  shell.print(call, input);
  return status;
}

/** Writes to a descriptor through its path: a file behind it is opened again, which empties it unless `appends`. */
function writeAnew(call: CommandCall, number: number, content: Content, appends: boolean): void {
  const descriptor = descriptorOf(call.state, number);
  if (descriptor.kind === "file" && !appends)
    call.state.files.taint(descriptor.path, outputOf(call, "`tee`"));
  writeDescriptor(call.state, number, content, call.origin);
}

/** Writes the file that a word names; `false` if that fails. */
export function writeContent(call: CommandCall, word: CallWord, content: Content, appends = false): boolean {
  const { files } = call.state;
  const { path, node } = files.find(pathOfWord(call, word));
  if (node.kind === "directory") return false;
  if (node.kind !== "file" && lacksFolder(call.state, path)) return false;
  const before =
    node.kind === "file" ? node.content : node.kind === "unknown" ? unknownContent(node.unknown) : EMPTY;
  files.put(path, {
    kind: "file",
    content: appends ? appendContent(before, content) : content,
    isExecutable: node.kind === "file" && node.isExecutable,
  });
  return true;
}

/** The status of a program that reads a file: it fails if the file is missing. */
export function statusOfReading(call: CommandCall, word: CallWord): Status {
  if (word.isKnown && /^(?:-|\/dev\/.*)$/.test(word.value)) return 0;
  return statusOfFound(call, call.state.files.find(pathOfWord(call, word)));
}

/** The status of a program that needs a file or folder: it fails if there is none. */
export function statusOfFound(call: CommandCall, { path, node }: Found): Status {
  if (node.kind === "absent") return 1;
  return node.kind === "unknown" && !isKnownToExist(call.state, path, node.unknown) ? outputOf(call) : 0;
}

/** The status of a command from those of two parts: it fails if a part fails. */
export function worst(left: Status, right: Status): Status {
  if (left === 0) return right;
  return typeof left === "number" || right === 0 || typeof right !== "number" ? left : right;
}

/** The text that a program reads from files or, without words, from its input; `undefined` if it is not known. */
export function inputText(call: CommandCall, words: readonly CallWord[], shell: Shell): string | undefined {
  const contents =
    words.length === 0 ? [shell.readInput(call)] : words.map((word) => contentOf(call, word, shell));
  const texts = contents.map((content) => (content ? textOfContent(content) : undefined));
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}

/** Prints an unknown integer; a program that reads files may print nothing instead. */
export function printInteger(call: CommandCall, readsFiles: boolean, shell: Shell): void {
  const input = call.state.descriptors.get("0");
  const isFile = readsFiles || (input?.kind === "input" && input.path !== undefined);
  shell.print(call, unknownContent({ ...outputOf(call), integer: isFile ? "may be empty" : "never empty" }));
}

/** Prints a text; `undefined` stands for unknown output. */
export function printText(call: CommandCall, text: string | undefined, shell: Shell): void {
  if (text === undefined) shell.print(call, unknownContent(outputOf(call)));
  else shell.print(call, valueContent(textValue(text, call.origin), call.origin));
}
