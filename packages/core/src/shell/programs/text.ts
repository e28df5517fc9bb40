import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { matchExpression } from "../commands/regular-expression.js";
import type { Content } from "../files/content.js";
import { statusOf, type Status } from "../state/status.js";
import {
  contentOf,
  inputText,
  isItsOutput,
  outputOf,
  printText,
  readsItsOutput,
  statusOfReading,
  worst,
} from "./output.js";
import { readArguments } from "./options.js";
import { pathOfWord } from "./paths.js";

/** The lines of a text, without their line feeds. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** Prints what `change` makes of the input's text. */
function filter(
  call: CommandCall,
  shell: Shell,
  operands: readonly CallWord[],
  change: (text: string) => string | undefined,
): Status {
  if (operands.some((word) => !contentOfOrInput(call, word, shell))) return 1;
  const text = inputText(call, operands, shell);
  printText(call, text === undefined ? undefined : change(text), shell);
  return statusOfOperands(call, operands);
}

/** How a program ends that reads its operands. */
export function statusOfOperands(call: CommandCall, operands: readonly CallWord[]): Status {
  return operands.map((word) => statusOfReading(call, word)).reduce(worst, 0);
}

function contentOfOrInput(call: CommandCall, word: CallWord, shell: Shell): boolean {
  return word.value === "-" || contentOf(call, word, shell) !== undefined;
}

export function runHead(call: CommandCall, shell: Shell): Status {
  const { operands, values, options } = readArguments(call, ["-n", "-c", "--lines", "--bytes"]);
  const isTail = call.name === "tail";
  const obsolete = call.words.slice(1).find(({ value }) => /^-\d+$/.test(value));
  const count = obsolete?.value.slice(1) ?? values.get("-n")?.value ?? values.get("--lines")?.value ?? "10";
  const isBytes = options.has("-c") || options.has("--bytes") || options.has("-f") || options.has("-F");
  return filter(call, shell, operands, (text) => {
    if (isBytes || !/^[-+]?\d+$/.test(count)) return undefined;
    const lines = text.match(/[^\n]+\n?|\n/g) ?? [];
    const number = Number(count);
    if (isTail)
      return count.startsWith("+")
        ? lines.slice(number - 1).join("")
        : lines.slice(Math.max(0, lines.length - Math.abs(number))).join("");
    return (count.startsWith("-") ? lines.slice(0, number) : lines.slice(0, number)).join("");
  });
}

/** `grep` with patterns that mean the same in JavaScript. */
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
  const { options, values } = args;
  const has = (...names: string[]): boolean => names.some((name) => options.has(name));
  const given = values.get("-e") ?? values.get("--regexp");
  const pattern = given ?? args.operands[0];
  const files = given ? args.operands : args.operands.slice(1);
  const isQuiet = has("-q", "--quiet", "--silent");
  const unknown = (): Status => {
    if (!isQuiet) printText(call, undefined, shell);
    return outputOf(call);
  };
  if (
    !pattern?.isKnown ||
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
  // It refuses a file to which it prints.
  const refused = contents.some((content, index) => content !== undefined && isSame(index));
  const missing = refused || (files.length > 0 && contents.some((content) => content === undefined));
  const test = lineTest(pattern.value, {
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
    else printText(call, isSure && isPlain && contents.length === 1 ? joinLines(printed) : undefined, shell);
  }
  if (missing) return isFound && isQuiet ? 0 : 2;
  return statusOf(isFound);
}

/** The lines of a content; `undefined` for each that is not known, or where several may be. */
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

interface Matching {
  readonly isFixed: boolean;
  readonly isExtended: boolean;
  readonly ignoresCase: boolean;
  readonly isWord: boolean;
  readonly isLine: boolean;
}

function lineTest(pattern: string, matching: Matching): ((line: string) => boolean | undefined) | undefined {
  const { isFixed, isExtended, ignoresCase, isWord, isLine } = matching;
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  if (isFixed || /^[\w\s"'#:;,/=@%&~<>!-]*$/.test(pattern)) {
    if (pattern.includes("\n") || isWord) return undefined;
    const wanted = fold(pattern);
    return isLine ? (line) => fold(line) === wanted : (line) => fold(line).includes(wanted);
  }
  if (isWord) return undefined;
  const source = isExtended ? pattern : extendedOf(pattern);
  if (source === undefined) return undefined;
  const whole = isLine ? `^(${fold(source)})$` : fold(source);
  const word = { type: "Word", text: whole, value: whole, pos: 0, end: 0 } as const;
  return (line) => {
    const match = matchExpression(fold(line), whole, word);
    return match === undefined ? undefined : match !== "none";
  };
}

/** A basic regular expression as an extended one. */
export function extendedOf(pattern: string): string | undefined {
  let result = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "\\") {
      const next = pattern.charAt(++index);
      if (/[(){}|+?]/.test(next)) result += next;
      else if (/[.*[\]^$\\/]/.test(next)) result += `\\${next}`;
      else if (/[-"'=:@#%&,; ]/.test(next)) result += next;
      else return undefined;
    } else if (/[(){}|+?]/.test(character)) result += `\\${character}`;
    else if (character === "*" && (result === "" || result.endsWith("("))) result += "\\*";
    else result += character;
  }
  return result;
}

export function runTranslate(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [from, to] = operands.map(({ value }) => characters(value));
  const isKnown = operands.every((word) => word.isKnown);
  const removes = options.has("-d") || options.has("--delete");
  const isPlain = [...options].every((option) => option === "-d" || option === "--delete");
  return filter(call, shell, [], (text) => {
    if (!isKnown || !isPlain || !from || (!removes && !to)) return undefined;
    return Array.from(text, (character) => {
      const at = from.indexOf(character);
      if (at === -1) return character;
      return removes ? "" : (to?.[Math.min(at, to.length - 1)] ?? "");
    }).join("");
  });
}

function characters(set: string): readonly string[] | undefined {
  const named: Readonly<Record<string, string>> = {
    "[:upper:]": "A-Z",
    "[:lower:]": "a-z",
    "[:digit:]": "0-9",
    "[:space:]": " \t\n\r\f\v",
  };
  const text = (named[set] ?? set).replaceAll("\\n", "\n").replaceAll("\\t", "\t").replaceAll("\\r", "\r");
  if (text.includes("[:") || /\\./.test(text)) return undefined;
  const result: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const end = text[index + 2];
    if (text[index + 1] === "-" && end !== undefined) {
      for (let code = text.charCodeAt(index); code <= end.charCodeAt(0); code++)
        result.push(String.fromCharCode(code));
      index += 2;
    } else result.push(text.charAt(index));
  }
  return result;
}

export function runSort(call: CommandCall, shell: Shell): Status {
  const { options, operands, values } = readArguments(call, ["-k", "-t", "-o"]);
  const isPlain = values.size === 0 && [...options].every((option) => option === "-u" || option === "-r");
  return filter(call, shell, operands, (text) => {
    if (!isPlain) return undefined;
    const lines = [...linesOf(text)].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
    const unique = options.has("-u") ? [...new Set(lines)] : lines;
    return joinLines(options.has("-r") ? unique.reverse() : unique);
  });
}

export function runUnique(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  return filter(call, shell, operands, (text) =>
    options.size > 0
      ? undefined
      : joinLines(linesOf(text).filter((line, index, lines) => line !== lines[index - 1])),
  );
}

export function runReverse(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  return filter(call, shell, operands, (text) =>
    options.size > 0 ? undefined : joinLines(linesOf(text).toReversed()),
  );
}

export function runCut(call: CommandCall, shell: Shell): Status {
  const { values, operands, options } = readArguments(call, ["-d", "-f", "-c", "-b"]);
  const delimiter = values.get("-d")?.value ?? "\t";
  const field = values.get("-f")?.value ?? "";
  return filter(call, shell, operands, (text) => {
    const range = /^(\d+)(-(\d*))?$/.exec(field);
    if (!range || options.has("-c") || options.has("-b") || options.has("-s") || delimiter.length !== 1)
      return undefined;
    const from = Number(range[1]);
    const to =
      range[2] === undefined ? from : range[3] === "" || range[3] === undefined ? Infinity : Number(range[3]);
    return joinLines(
      linesOf(text).map((line) =>
        line.includes(delimiter)
          ? line
              .split(delimiter)
              .slice(from - 1, to)
              .join(delimiter)
          : line,
      ),
    );
  });
}

export function runCount(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  return filter(call, shell, operands, (text) => {
    if (operands.length > 0 || options.size !== 1) return undefined;
    if (options.has("-l")) return `${String(text.split("\n").length - 1)}\n`;
    if (options.has("-w")) return `${String(text.split(/\s+/).filter((word) => word !== "").length)}\n`;
    return options.has("-m") ? `${String(Array.from(text).length)}\n` : undefined;
  });
}

export function runBaseName(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const [first, suffix, ...more] = words;
  if (!first?.isKnown || more.length > 0 || first.value.startsWith("-") || suffix?.isKnown === false) {
    printText(call, undefined, shell);
    return 0;
  }
  const path = first.value.length > 1 ? first.value.replace(/(?<!\/)\/+$/, "") : first.value;
  const slash = path.lastIndexOf("/");
  if (call.name === "dirname") {
    printText(call, `${slash === -1 ? "." : slash === 0 ? "/" : path.slice(0, slash)}\n`, shell);
    return 0;
  }
  const name = path.slice(slash + 1);
  const cut =
    suffix && name.endsWith(suffix.value) && name !== suffix.value
      ? name.slice(0, name.length - suffix.value.length)
      : name;
  printText(call, `${cut}\n`, shell);
  return 0;
}

export function runSequence(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const numbers = words.map(({ value }) => (/^-?\d+$/.test(value) ? Number(value) : undefined));
  const [first = 1, second, third] = numbers;
  const isKnown =
    words.every((word) => word.isKnown) &&
    numbers.every((number) => number !== undefined) &&
    words.length > 0;
  if (!isKnown || words.length > 3) {
    printText(call, undefined, shell);
    return 0;
  }
  const [from, step, to] =
    words.length === 1
      ? [1, 1, first]
      : words.length === 2
        ? [first, 1, second ?? 1]
        : [first, second ?? 1, third ?? 1];
  const count = step === 0 ? 0 : Math.floor((to - from) / step) + 1;
  if (count > 5_000) {
    printText(call, undefined, shell);
    return 0;
  }
  printText(
    call,
    joinLines(Array.from({ length: Math.max(0, count) }, (_, index) => String(from + index * step))),
    shell,
  );
  return 0;
}
