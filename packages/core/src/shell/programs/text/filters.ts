import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { descriptorNumber } from "../../commands/descriptors.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, printInteger, printText, statusOfReading, worst } from "../output.js";
import { joinTexts } from "../../values/text-limit.js";
import { contentOf, inputText } from "../file-content.js";
import { taintPaths } from "../taint.js";

/** The lines of a text, without their line feeds. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Joins lines, each with a line feed. */
export function joinLines(lines: readonly string[]): string | undefined {
  return joinTexts(lines.map((line) => `${line}\n`));
}

/** Prints the result of `change` for the text of the operands or the input. */
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

/** The status of a program that reads its operands. */
export function statusOfOperands(call: CommandCall, operands: readonly CallWord[]): Status {
  return operands.map((word) => statusOfReading(call, word)).reduce(worst, 0);
}

function contentOfOrInput(call: CommandCall, word: CallWord, shell: Shell): boolean {
  // Input that is read to look at it would be missing later.
  const isInput = word.value === "-" || descriptorNumber(word.value) !== undefined;
  return isInput || contentOf(call, word, shell) !== undefined;
}

/** `head` and `tail`. */
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

/** `tr`. */
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

/** `sort`. */
export function runSort(call: CommandCall, shell: Shell): Status {
  const { options, operands, values } = readArguments(call, ["-k", "-t", "-o", "--output"]);
  const target = values.get("-o") ?? values.get("--output");
  if (target) taintPaths(call, [target], outputOf(call));
  const isPlain = values.size === 0 && [...options].every((option) => option === "-u" || option === "-r");
  return filter(call, shell, operands, (text) => {
    if (!isPlain) return undefined;
    const lines = [...linesOf(text)].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
    const unique = options.has("-u") ? [...new Set(lines)] : lines;
    return joinLines(options.has("-r") ? unique.reverse() : unique);
  });
}

/** `uniq`. */
export function runUnique(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [source, target] = operands;
  if (source && target) {
    // `uniq source target`
    taintPaths(call, [target], outputOf(call));
    return outputOf(call);
  }
  return filter(call, shell, operands, (text) =>
    options.size > 0
      ? undefined
      : joinLines(linesOf(text).filter((line, index, lines) => line !== lines[index - 1])),
  );
}

/** `tac`. */
export function runReverse(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  return filter(call, shell, operands, (text) =>
    options.size > 0 ? undefined : joinLines(linesOf(text).toReversed()),
  );
}

/** `cut -d -f`. */
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

/** `wc` with one option, of its input. */
export function runCount(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [option, ...others] = options;
  if (operands.length > 0 || others.length > 0 || !/^-[lwmc]$/.test(option ?? ""))
    return filter(call, shell, operands, () => undefined);
  const text = inputText(call, operands, shell);
  if (text === undefined || option === "-c") printInteger(call, false, shell);
  else printText(call, `${String(count(text, option))}\n`, shell);
  return 0;
}

function count(text: string, option: string | undefined): number {
  switch (option) {
    case "-l":
      return text.split("\n").length - 1;
    case "-w":
      return text.split(/\s+/).filter((word) => word !== "").length;
    default:
      return Array.from(text).length;
  }
}

/** `basename` and `dirname`. */
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

/** `seq`. */
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
