import type { CommandCall, Shell } from "../../command-call.js";
import { textOfContent } from "../../files/content.js";
import { createBudget, isSpent } from "../../expansion/match-budget.js";
import type { Status } from "../../state/status.js";
import { contentOf, inputText } from "../file-content.js";
import { readArguments } from "../options.js";
import { outputOf, printText, statusOfReading } from "../output.js";
import type { AwkRecord } from "./awk-expression.js";
import { parseAwk, type Action, type Rule } from "./awk-program.js";
import { joinLines, linesOf } from "./lines.js";

/**
 * `awk` with `-F` and `-v`. Not known: all programs but those that print fields and lines (see `parseAwk`), field
 * separators that are regular expressions, and missing files, at which some versions of AWK stop.
 */
export function runAwk(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands, values, isUnsure } = readArguments(call, ["-F", "-v"]);
  const [program, ...files] = operands;
  const separator = values.get("-F");
  const assigned = values.get("-v");
  const variable = assigned && /^([a-z]\w*)=([^\\]*)$/.exec(assigned.value);
  const split = splitterOf(separator?.value ?? " ");
  if (isUnsure || program?.isKnown !== true || ![...options].every((option) => /^-[Fv]$/.test(option)))
    return undefined;
  if (!split || separator?.isKnown === false || (assigned && (!variable || !assigned.isKnown)))
    return undefined;
  if (call.words.filter(({ value }) => value.startsWith("-v")).length > 1) return undefined;
  const budget = createBudget();
  const variables = new Map(variable ? [[variable[1] ?? "", variable[2] ?? ""]] : []);
  const rules = parseAwk(program.value, variables, budget);
  const isAssignment = files.some(({ value }) => /^\w+=/.test(value) || value === "-");
  const statuses = files.map((word) => statusOfReading(call, word));
  if (!rules || isAssignment || statuses.includes(1) || exitsBeforeEnd(rules)) return undefined;
  const isReading = rules.some(({ when }) => when !== "BEGIN");
  const texts = !isReading
    ? []
    : files.length === 0
      ? [inputText(call, [], shell)]
      : files.map((word) => textOfContent(contentOf(call, word, shell) ?? []));
  const isUncertain = texts.some(
    (text) => text === undefined || (/[^\0-\x7f]/.test(text) && program.value.includes("/")),
  );
  const unknown = (): Status => {
    printText(call, undefined, shell);
    return outputOf(call);
  };
  if (isUncertain) return unknown();
  const lines = texts.flatMap((text) => linesOf(text ?? ""));
  const { printed, status } = run(rules, lines, split);
  if (isSpent(budget)) return unknown();
  printText(call, joinLines(printed), shell);
  return statuses.find((each) => each !== 0) ?? status;
}

/** Whether the actions of `END` would run after `exit`. */
function exitsBeforeEnd(rules: readonly Rule[]): boolean {
  const exits = rules.some(({ actions }) => actions.some(({ kind }) => kind === "exit"));
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
  rules: readonly Rule[],
  lines: readonly string[],
  split: (line: string) => readonly string[],
): { readonly printed: readonly string[]; readonly status: number } {
  const printed: string[] = [];
  const print = (actions: readonly Action[], record: AwkRecord): Action | undefined => {
    for (const action of actions) {
      if (action.kind !== "print") return action;
      printed.push(action.words.map((word) => word(record)).join(" "));
    }
    return undefined;
  };
  const runAll = (when: "BEGIN" | "END", number: number): void => {
    for (const rule of rules) if (rule.when === when) print(rule.actions, { line: "", fields: [], number });
  };
  runAll("BEGIN", 0);
  for (const [index, line] of lines.entries()) {
    const record: AwkRecord = { line, fields: split(line), number: index + 1 };
    for (const { when, actions } of rules) {
      if (typeof when !== "function" || !when(record)) continue;
      const left = print(actions, record);
      if (left?.kind === "exit") return { printed, status: left.status };
      if (left) break;
    }
  }
  runAll("END", lines.length);
  return { printed, status: 0 };
}
