import type { CommandCall, Shell } from "../../command-call.js";
import { textOfContent } from "../../files/content.js";
import { createBudget, isSpent } from "../../expansion/match-budget.js";
import type { Status } from "../../state/status.js";
import { contentOf, inputText } from "../file-content.js";
import { readArguments } from "../options.js";
import { outputOf, printText, statusOfReading } from "../output.js";
import { joinTexts } from "../../values/text-limit.js";
import { isVariable } from "./awk-expression.js";
import { parseAwk, type Program } from "./awk-program.js";
import { type Run, runAll } from "./awk-statement.js";
import type { AwkRecord, AwkValue, Memory } from "./awk-values.js";
import { textInEnvironment } from "./environment.js";
import { linesOf } from "./lines.js";

/**
 * `awk` with `-F` and `-v`. Not known: all programs but those that print and change lines (see `parseAwk`), field
 * separators that are regular expressions, and missing files, at which some versions of AWK stop.
 */
export function runAwk(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands, values, allValues, isUnsure } = readArguments(call, ["-F", "-v"]);
  const [source, ...files] = operands;
  const separator = values.get("-F");
  const split = splitterOf(separator?.value ?? " ");
  if (isUnsure || source?.isKnown !== true || ![...options].every((option) => /^-[Fv]$/.test(option)))
    return undefined;
  const memory = memoryOf(call, allValues.get("-v") ?? []);
  if (!split || separator?.isKnown === false || !memory) return undefined;
  const budget = createBudget();
  const program = parseAwk(source.value, memory, budget);
  const isAssignment = files.some(({ value }) => /^\w+=/.test(value) || value === "-");
  const statuses = files.map((word) => statusOfReading(call, word));
  if (!program || isAssignment || statuses.includes(1) || exitsBeforeEnd(program)) return undefined;
  const isReading = program.rules.some(({ when }) => when !== "BEGIN");
  const texts = !isReading
    ? []
    : files.length === 0
      ? [inputText(call, [], shell)]
      : files.map((word) => textOfContent(contentOf(call, word, shell) ?? []));
  const isUncertain = texts.some(
    (text) => text === undefined || (/[^\0-\x7f]/.test(text) && source.value.includes("/")),
  );
  const unknown = (): Status => {
    printText(call, undefined, shell);
    return outputOf(call);
  };
  if (isUncertain) return unknown();
  const lines = texts.flatMap((text) => linesOf(text ?? ""));
  const { printed, status } = run(program, lines, split);
  if (isSpent(budget) || memory.isUnsure) return unknown();
  printText(call, joinTexts(printed), shell);
  return statuses.find((each) => each !== 0) ?? status;
}

/** What a program knows at its start: its environment, and the variables of `-v`; `undefined` if one is not known. */
function memoryOf(
  call: CommandCall,
  assigned: readonly { value: string; isKnown: boolean }[],
): Memory | undefined {
  const variables = new Map<string, AwkValue>();
  for (const { value, isKnown } of assigned) {
    const [, name = "", text = ""] = /^([A-Za-z_]\w*)=([^\\]*)$/.exec(value) ?? [];
    if (!isKnown || name === "" || !isVariable(name)) return undefined;
    variables.set(name, { text, kind: "read" });
  }
  const environment = (name: string): string | undefined => textInEnvironment(call, name);
  return { variables, environment, isUnsure: false };
}

/** Whether the statements of `END` would run after `exit`. */
function exitsBeforeEnd({ rules, exits }: Program): boolean {
  return exits && rules.some(({ when }) => when === "END");
}

/** Splits a line into fields; `undefined` for a separator that may be a regular expression, or a letter for another one. */
function splitterOf(separator: string): ((line: string) => readonly string[]) | undefined {
  if (separator === " ") return (line) => line.split(/[ \t]+/).filter((field) => field !== "");
  const text = separator === "\\t" ? "\t" : separator;
  const isPlain = text !== "t" && /\S/.test(text) && /^(?:\||[\w:;=,/@#%&"'<>!~ -]+)$/.test(text);
  if (!isPlain && text !== "\t") return undefined;
  return (line) => (line === "" ? [] : line.split(text));
}

function run(
  { rules }: Program,
  lines: readonly string[],
  split: (line: string) => readonly string[],
): { readonly printed: readonly string[]; readonly status: number } {
  const printed: string[] = [];
  const recordOf = (line: string, number: number): AwkRecord => ({ line, fields: split(line), number });
  const runOf = (line: string, number: number): Run => ({
    record: recordOf(line, number),
    print: (text) => printed.push(text),
    changed: (changed) => recordOf(changed, number),
  });
  const runSpecial = (when: "BEGIN" | "END", number: number): void => {
    for (const rule of rules) if (rule.when === when) runAll(rule.statements, runOf("", number));
  };
  runSpecial("BEGIN", 0);
  for (const [index, line] of lines.entries()) {
    const current = runOf(line, index + 1);
    for (const { when, statements } of rules) {
      if (typeof when !== "function" || !when(current.record)) continue;
      const left = runAll(statements, current);
      if (typeof left === "object") return { printed, status: left.status };
      if (left) break;
    }
  }
  runSpecial("END", lines.length);
  return { printed, status: 0 };
}
