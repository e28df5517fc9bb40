import { verdict, type Row } from "./row.js";

const header = [
  "",
  "measured",
  "against",
  "ratio",
  "middle half",
  "ms",
  "ms against",
  "target",
  "stretch",
  "",
];

/** The rows as one Markdown table, laid out as Prettier would. */
export function formatTable(rows: readonly Row[]): string {
  const table = [header, ...rows.map(cells)];
  const widths = header.map((_, column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [lines[0], line(widths.map((width) => "-".repeat(width))), ...lines.slice(1)].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cells(row: Row): string[] {
  const { part, what, against, result, limit } = row;
  const limits = [number(limit?.target), number(limit?.stretch), verdict(row)];
  switch (result.kind) {
    case "measured": {
      const { ratio, low, high, ours, theirs, unit } = result;
      const times = unit === "ms" ? [number(ours), number(theirs)] : ["", ""];
      return [part, what, against, number(ratio), `${number(low)} - ${number(high)}`, ...times, ...limits];
    }
    case "tooSlow":
      return [part, what, against, `> ${number(result.moreThan)}`, "", "", "", ...limits];
    case "skipped":
      return [part, what, against, "", "", "", "", ...limits];
  }
}

/** Three digits that count. */
function number(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
