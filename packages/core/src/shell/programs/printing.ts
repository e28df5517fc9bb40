import { spanInFile, unmappedText } from "../../text/index.js";
import type { CallWord, CommandCall, CommandResult } from "../command-call.js";
import { NO_OUTPUT } from "../command-call.js";
import { wordText, type ExpandedText } from "../expanded-text.js";
import { appendContent, readFile, type Alternatives, type Content } from "../files.js";
import { resolvePath } from "../path.js";
import { isKnown } from "../scope.js";
import { ARGUMENT, readFormat, unescape } from "./print-format.js";

/** `cat`: its input, or files one after the other. */
export function runCat(call: CommandCall): CommandResult {
  const files = operandsOf(call);
  const input = call.input ?? NO_OUTPUT;
  if (files.length === 0) return { output: input, status: "success" };
  let output: Alternatives = NO_OUTPUT;
  for (const { value } of files) {
    const added = value === "-" ? input : contentOf(call, value);
    output = appendContent(output, added);
  }
  return { output, status: "success" };
}

/** A file that no step wrote may have been there before, with a content that is not known. */
function contentOf(call: CommandCall, path: string): Alternatives {
  const resolved = resolvePath(path, call.state.directory);
  if (call.state.files.has(resolved)) return readFile(call.state.files, resolved);
  return [[{ kind: "unknown", program: `the file ${resolved}`, origin: call.origin }]];
}

/** `echo`: its arguments, and a line feed. */
export function runEcho(call: CommandCall): CommandResult {
  let words: readonly CallWord[] = call.words.slice(1);
  let newline = true;
  let escapes = false;
  while (/^-[neE]+$/.test(words[0]?.value ?? "")) {
    const option = words[0]?.value ?? "";
    if (option.includes("e")) escapes = true;
    if (option.includes("n")) newline = false;
    words = words.slice(1);
  }
  const end = newline ? "\n" : "";
  if (!escapes) return printed(known(call, words, " ", end));
  const text = words.map(({ value }) => value).join(" ");
  const meant = isKnown(text) ? unescape(text) : undefined;
  return printed(meant === undefined ? unknown(call) : [plain(call, meant + end)]);
}

/** `printf` with a format of texts and `%s`, which is used anew until all arguments are printed. */
export function runPrintf(call: CommandCall): CommandResult {
  const [format, ...words] = call.words.slice(call.words[1]?.value === "--" ? 2 : 1);
  const parts = format && isKnown(format.value) ? readFormat(format.value) : undefined;
  if (!parts) return printed(unknown(call));
  const content: Content[number][] = [];
  let next = 0;
  do {
    for (const part of parts) {
      if (part !== ARGUMENT) content.push(...plain(call, part));
      else if (words[next]) content.push(...wordAt(call, words, next++));
    }
  } while (next < words.length && parts.includes(ARGUMENT));
  return printed([content]);
}

/** `tee`: copies its input to files and prints it. */
export function runTee(call: CommandCall): CommandResult {
  const appends = call.words.some(({ value }) => value === "-a" || value === "--append");
  const input: Alternatives = call.input ?? unknown(call);
  for (const { value } of operandsOf(call)) {
    const path = resolvePath(value, call.state.directory);
    if (path.startsWith("/dev/")) continue;
    call.state.files.set(path, appends ? appendContent(readFile(call.state.files, path), input) : input);
  }
  return { output: input, status: "success" };
}

function operandsOf(call: CommandCall): readonly CallWord[] {
  return call.words.slice(1).filter(({ value }) => value === "-" || !value.startsWith("-"));
}

function printed(output: Alternatives): CommandResult {
  return { output, status: "success" };
}

function known(call: CommandCall, words: readonly CallWord[], separator: string, end: string): Alternatives {
  const parts = words.flatMap((_, index) => [
    ...(index > 0 ? plain(call, separator) : []),
    ...wordAt(call, words, index),
  ]);
  return [[...parts, ...plain(call, end)]];
}

/** A text that stands nowhere in the file as it is printed. */
function plain({ origin }: CommandCall, text: string): Content {
  if (text === "") return [];
  return [{ kind: "known", expanded: { text: unmappedText(text, origin), guesses: [] }, origin }];
}

function wordAt(call: CommandCall, words: readonly CallWord[], index: number): Content {
  const word = words[index];
  return word ? [{ kind: "known", expanded: expandedWord(call, words, word), origin: call.origin }] : [];
}

/** A word's own text, so that its places are known; only the field's value if the shell made others of it. */
function expandedWord(
  call: CommandCall,
  words: readonly CallWord[],
  { value, word }: CallWord,
): ExpandedText {
  const isWhole = words.filter((other) => other.word === word).length === 1;
  const expanded = wordText(call.script, word, call.state.scope);
  if (isWhole && (!isKnown(value) || expanded.text.text === value)) return expanded;
  return {
    text: unmappedText(value, spanInFile(call.script, word.pos, word.end)),
    guesses: isKnown(value) ? [] : [{ start: 0, end: value.length }],
  };
}

function unknown(call: CommandCall): Alternatives {
  return [[{ kind: "unknown", program: call.name, origin: call.origin }]];
}
