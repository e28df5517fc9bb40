import type { CommandCall, Shell } from "../../command-call.js";
import type { Content } from "../../files/content.js";
import { type Status, statusOf } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, printInteger, printText } from "../output.js";
import { contentOf, isItsOutput, readsItsOutput } from "../file-content.js";
import { pathOfWord } from "../paths.js";
import { anyTest } from "./grep-pattern.js";
import { joinLines } from "./lines.js";

/** `grep`, with patterns that have the same meaning in JavaScript. */
export function runGrep(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, [
    "-e",
    "-f",
    "-m",
    "-A",
    "-B",
    "-C",
    "--max-count",
    "--include",
    "--exclude",
    "--regexp",
    "--color",
  ]);
  const { options, allValues } = args;
  const has = (...names: string[]): boolean => names.some((name) => options.has(name));
  const given = ["-e", "--regexp"].flatMap((name) => allValues.get(name) ?? []);
  const patterns = given.length > 0 ? given : args.operands.slice(0, 1);
  const files = given.length > 0 ? args.operands : args.operands.slice(1);
  const isQuiet = has("-q", "--quiet", "--silent");
  const isCount = !isQuiet && has("-c", "--count") && files.length <= 1 && !has("-r", "-R", "--recursive");
  const unknown = (): Status => {
    if (isCount) printInteger(call, files.length > 0, shell);
    else if (!isQuiet) printText(call, undefined, shell);
    return outputOf(call);
  };
  if (
    patterns.length === 0 ||
    !patterns.every(({ isKnown }) => isKnown) ||
    args.isUnsure ||
    has("-r", "-R", "-P", "-f", "-z", "--recursive", "-L", "-A", "-B", "-C", "-b")
  )
    return unknown();
  const contents: (Content | undefined)[] =
    files.length === 0 ? [shell.readInput(call)] : files.map((word) => contentOf(call, word, shell));
  const printsLines = !isQuiet && !has("-c", "--count", "-l", "--files-with-matches");
  const isSame = (index: number): boolean => {
    const word = files[index];
    return printsLines && (word ? isItsOutput(call, pathOfWord(call, word)) : readsItsOutput(call));
  };
  // `grep` refuses to read the file that it prints to.
  const refused = contents.some((content, index) => content !== undefined && isSame(index));
  const missing = refused || (files.length > 0 && contents.some((content) => content === undefined));
  const test = anyTest(patterns, {
    isFixed: has("-F", "--fixed-strings") || call.name === "fgrep",
    isExtended: has("-E", "--extended-regexp") || call.name === "egrep",
    ignoresCase: has("-i", "--ignore-case"),
    isWord: has("-w", "--word-regexp"),
    isLine: has("-x", "--line-regexp"),
  });
  if (!test || (files.length === 0 && contents[0] === undefined)) return unknown();
  const isInverted = has("-v", "--invert-match");
  const printed: string[] = [];
  let isFound = false;
  let isSure = true;
  for (const [index, content] of contents.entries()) {
    for (const line of isSame(index) ? [] : linesOfContent(content ?? [])) {
      if (line === undefined) {
        isSure = false;
        continue;
      }
      const matches = test(line);
      if (matches === undefined) return unknown();
      if (matches !== isInverted) {
        isFound = true;
        printed.push(line);
      }
    }
  }
  if (!isSure && !isFound) return unknown();
  const isPlain =
    [...options].every((option) => /^-(?:[qvisEFxwen]|-.*)$/.test(option)) &&
    !has("-n", "-o", "--color", "--only-matching", "--max-count", "-m");
  if (!isQuiet) {
    if (has("-c", "--count") && isSure && contents.length === 1)
      printText(call, `${String(printed.length)}\n`, shell);
    else if (isCount) printInteger(call, files.length > 0, shell);
    else printText(call, isSure && isPlain && contents.length === 1 ? joinLines(printed) : undefined, shell);
  }
  if (missing) return isFound && isQuiet ? 0 : 2;
  return statusOf(isFound);
}

/** The lines of a content; `undefined` stands for one or several unknown lines. */
function linesOfContent(content: Content): readonly (string | undefined)[] {
  const lines: (string | undefined)[] = [];
  let current: string | undefined = "";
  for (const part of content) {
    if (part.kind === "unknown") {
      current = undefined;
      lines.push(undefined);
      continue;
    }
    let { text } = part.expanded.text;
    for (const { start, end } of part.expanded.guesses.toReversed())
      text = `${text.slice(0, start)}\0${text.slice(end)}`;
    const [first = "", ...others] = text.split("\n");
    current = current === undefined ? undefined : current + first;
    for (const other of others) {
      lines.push(current?.includes("\0") === true ? undefined : current);
      current = other;
    }
  }
  if (current !== "") lines.push(current?.includes("\0") === true ? undefined : current);
  return lines;
}
