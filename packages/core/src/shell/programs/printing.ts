import { spanInFile, unmappedText } from "../../text/index.js";
import type { CallWord, CommandCall, CommandResult } from "../command-call.js";
import { NO_OUTPUT } from "../command-call.js";
import { wordText, type ExpandedText } from "../expanded-text.js";
import { appendContent, readFile, type Alternatives, type Content } from "../files.js";
import { resolvePath } from "../path.js";

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

/** `echo`: its arguments, and a line feed. With `-e`, what it prints is not worked out. */
export function runEcho(call: CommandCall): CommandResult {
  let words: readonly CallWord[] = call.words.slice(1);
  let newline = true;
  while (/^-[neE]+$/.test(words[0]?.value ?? "")) {
    const option = words[0]?.value ?? "";
    if (option.includes("e")) return printed(unknown(call));
    if (option.includes("n")) newline = false;
    words = words.slice(1);
  }
  return printed(known(call, words, " ", newline ? "\n" : ""));
}

/** `printf` with the formats `%s` and `%s\n`, or with a format that is plain. */
export function runPrintf(call: CommandCall): CommandResult {
  const [format, ...words] = call.words.slice(1);
  if (format?.value === "%s\\n") return printed(known(call, words, "\n", "\n"));
  if (format?.value === "%s") return printed(known(call, words, "", ""));
  return printed(unknown(call));
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
  const parts: Content[number][] = [];
  const plain = (text: string): void => {
    if (text === "") return;
    parts.push({
      kind: "known",
      expanded: { text: unmappedText(text, call.origin), guesses: [] },
      origin: call.origin,
    });
  };
  for (const [index, word] of words.entries()) {
    if (index > 0) plain(separator);
    parts.push({ kind: "known", expanded: expandedWord(call, words, word), origin: call.origin });
  }
  plain(end);
  return [parts];
}

/** A word's own text, so that its places are known; if the shell splits it, only the field's value. */
function expandedWord(call: CommandCall, words: readonly CallWord[], word: CallWord): ExpandedText {
  const isWhole = words.filter((other) => other.word === word.word).length === 1;
  const expanded = wordText(call.script, word.word, call.state.scope);
  if (isWhole) return expanded;
  return {
    text: unmappedText(word.value, spanInFile(call.script, word.word.pos, word.word.end)),
    guesses: expanded.guesses.length > 0 ? [{ start: 0, end: word.value.length }] : [],
  };
}

function unknown(call: CommandCall): Alternatives {
  return [[{ kind: "unknown", program: call.name, origin: call.origin }]];
}
