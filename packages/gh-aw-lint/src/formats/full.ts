import { count } from "../count.js";
import type { LintMessage, LintResult } from "../eslint/index.js";
import { pathFrom } from "../files/paths.js";
import { wantsColor, type Terminal } from "../terminal.js";
import { codeFrame } from "./code-frame.js";
import { rulePageHint } from "./rule-page-hint.js";
import { styleFor, type Style } from "./style.js";
import { summaryByFile } from "./summary-by-file.js";
import { totalOf } from "./totals.js";

/** Each finding with its source lines, wrapped to the terminal's width. */
export async function fullFormat(results: readonly LintResult[], terminal: Terminal): Promise<string> {
  const [{ default: wrap }, { default: widthOf }] = await Promise.all([
    import("wrap-ansi"),
    import("string-width"),
  ]);
  const style = styleFor(wantsColor(terminal));
  const width = Math.max(terminal.stdout.columns ?? 100, 40);

  const finding = (path: string, source: string, message: LintMessage): string => {
    const { line, column, severity, ruleId, fix } = message;
    const level = severity === 2 ? style("red", "error") : style("yellow", "warning");
    const rule = ruleId === null ? "" : ` ${style("dim", ruleId)}`;
    const fixable = fix === undefined ? "" : ` ${style("green", "[fixable]")}`;
    const text = wrap(message.message, width - 2, { hard: true, trim: true });
    const frame = codeFrame(source, message, { width, widthOf, mark: (marks) => style("red", marks) });
    return [
      `${style("bold", `${path}:${line}:${column}`)} ${level}${rule}${fixable}`,
      text.replaceAll(/^/gm, "  "),
      ...(frame === "" ? [] : ["", frame]),
      "",
    ].join("\n");
  };
  const findings = results.flatMap(({ filePath, messages, source, output }) =>
    messages.map((message) => finding(pathFrom(terminal.cwd, filePath), source ?? output ?? "", message)),
  );
  if (findings.length === 0) return "";
  const summary = `${summaryByFile(results, terminal.cwd)}${total(results, style)}\n${rulePageHint(results)}`;
  return `\n${findings.join("\n")}\n${summary}`;
}

function total(results: readonly LintResult[], style: Style): string {
  const [errors, warnings] = [totalOf(results, "errorCount"), totalOf(results, "warningCount")];
  const fixable = totalOf(results, "fixableErrorCount") + totalOf(results, "fixableWarningCount");
  const numbers = style(
    errors > 0 ? "red" : "yellow",
    `${count(errors, "error")}, ${count(warnings, "warning")}`,
  );
  return `${numbers}${fixable > 0 ? `; \`--fix\` fixes ${fixable}` : ""}.`;
}
