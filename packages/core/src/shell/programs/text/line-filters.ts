import type { CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { unknownContent, valueContent } from "../../files/content.js";
import { textValue } from "../../values/value.js";
import { inputText, writeContent } from "../file-content.js";
import { readArguments } from "../options.js";
import { outputOf, printText } from "../output.js";
import { taintPaths } from "../taint.js";
import { contentOfOrInput, filter, statusOfOperands } from "./filter.js";
import { joinLines, linesOf } from "./lines.js";

/** `sort`. */
export function runSort(call: CommandCall, shell: Shell): Status {
  const { options, operands, values, allValues } = readArguments(call, ["-k", "-t", "-o", "--output"]);
  const target = values.get("-o") ?? values.get("--output");
  const isPlain = [...values.keys(), ...options].every((option) => /^-(?:[uro]|-output)$/.test(option));
  const sorted = (text: string): string | undefined => {
    if (!isPlain) return undefined;
    const lines = [...linesOf(text)].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
    const unique = options.has("-u") ? [...new Set(lines)] : lines;
    return joinLines(options.has("-r") ? unique.reverse() : unique);
  };
  if (target) {
    // It writes to no file if two are named.
    const targets = ["-o", "--output"].flatMap((name) => allValues.get(name) ?? []);
    if (new Set(targets.map(({ value }) => value)).size > 1) {
      taintPaths(call, targets, outputOf(call));
      return outputOf(call);
    }
    const status = statusOfOperands(call, operands);
    if (!operands.every((word) => contentOfOrInput(call, word, shell))) return 2;
    const text = inputText(call, operands, shell);
    const result = text === undefined ? undefined : sorted(text);
    const content =
      result === undefined
        ? unknownContent(outputOf(call))
        : valueContent(textValue(result, call.origin), call.origin);
    return writeContent(call, target, content) ? status : 2;
  }
  // It prints nothing, and its status tells whether the lines are sorted.
  if (["-c", "-C", "--check"].some((option) => options.has(option))) return outputOf(call);
  return filter(call, shell, operands, sorted);
}

/** `uniq`. */
export function runUnique(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [source, target] = operands;
  if (source && target) {
    if (target.value === "-") printText(call, undefined, shell);
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
    // A last line without a line feed is joined to the one before it.
    options.size > 0 || !/(?:^|\n)$/.test(text) ? undefined : joinLines(linesOf(text).toReversed()),
  );
}

/** `cut -d -f`. */
export function runCut(call: CommandCall, shell: Shell): Status {
  const { values, operands, options } = readArguments(call, ["-d", "-f", "-c", "-b"]);
  const delimiter = values.get("-d")?.value ?? "\t";
  const field = values.get("-f")?.value ?? "";
  const range = /^(\d+)(-(\d*))?$/.exec(field);
  const from = Number(range?.[1]);
  const to = range?.[2] === undefined ? from : Number(range[3] === "" ? Infinity : range[3]);
  if (from === 0 || to < from) return 1;
  if ([...values.values()].some((word) => !word.isKnown)) {
    printText(call, undefined, shell);
    return outputOf(call);
  }
  return filter(call, shell, operands, (text) => {
    if (!range || ![...options].every((option) => /^-[df]$/.test(option)) || delimiter.length !== 1)
      return undefined;
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
