import { stripVTControlCharacters } from "node:util";
import { count } from "../count.js";
import type { LintMessage, LintResult } from "../eslint/index.js";
import type { Style } from "./style.js";
import { totalOf } from "./totals.js";

/**
 * The text of ESLint's formatter `stylish`, which cannot be had without loading ESLint, and that takes longer than linting.
 *
 * @param results each with messages
 */
export function findingsAsEslint(results: readonly LintResult[], style: Style): string {
  const sorted = [...results].sort(byPath);
  const files = sorted.map(
    ({ filePath, messages }) => `${style("underline", filePath)}\n${table(messages, style)}\n\n`,
  );
  return style("reset", `\n${files.join("")}${summary(results, style)}`);
}

function byPath(one: LintResult, other: LintResult): number {
  if (one.filePath === other.filePath) return 0;
  return one.filePath < other.filePath ? -1 : 1;
}

/** A line for each message: place, severity, text and rule. */
function table(messages: readonly LintMessage[], style: Style): string {
  const rows = messages.map(({ line, column, severity, message, ruleId }) => ({
    line: String(line),
    column: String(column),
    level: severity === 2 ? "error" : "warning",
    text: message.replace(/(?<=[^ ])\.$/, ""),
    rule: ruleId ?? "",
  }));
  const widest = (cell: "line" | "column" | "level" | "text"): number =>
    Math.max(...rows.map((row) => widthOf(row[cell])));
  const [lines, columns, levels, texts] = [widest("line"), widest("column"), widest("level"), widest("text")];
  const lineOf = ({ line, column, level, text, rule }: (typeof rows)[number]): string =>
    [
      "",
      " ".repeat(lines - line.length) +
        style("dim", `${line}:${column}`) +
        " ".repeat(columns - column.length),
      padded(style(level === "error" ? "red" : "yellow", level), levels),
      padded(text, texts),
      rule === "" ? "" : style("dim", rule),
    ].join("  ");
  return rows.map((row) => lineOf(row).trimEnd()).join("\n");
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(width - widthOf(cell));
}

function widthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

function summary(results: readonly LintResult[], style: Style): string {
  const [errors, warnings] = [totalOf(results, "errorCount"), totalOf(results, "warningCount")];
  const fixable = [totalOf(results, "fixableErrorCount"), totalOf(results, "fixableWarningCount")] as const;
  const bold = (text: string): string => `${style(errors > 0 ? "red" : "yellow", style("bold", text))}\n`;
  const counts = (numbers: readonly [number, number], separator: string): string =>
    count(numbers[0], "error") + separator + count(numbers[1], "warning");
  const problems = count(errors + warnings, "problem");
  return (
    bold(`\u2716 ${problems} (${counts([errors, warnings], ", ")})`) +
    (fixable[0] + fixable[1] > 0
      ? bold(`  ${counts(fixable, " and ")} potentially fixable with the \`--fix\` option.`)
      : "")
  );
}
