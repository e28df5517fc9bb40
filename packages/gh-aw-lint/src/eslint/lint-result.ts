import { positionAt, type LintMessage as Finding, type TextEdit } from "eslint-plugin-gh-aw/core";
import type { LintMessage, LintResult } from "./linter.js";

type Fix = NonNullable<LintMessage["fix"]>;

/**
 * What ESLint returns for a file in which the plugin's rules report these findings: the same properties in the same order.
 *
 * @param filePath absolute
 * @param findings in the order of the rules
 */
export function lintResult(filePath: string, text: string, findings: readonly Finding[]): LintResult {
  const messages = findings
    .map((finding) => messageOf(text, finding))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  const [errors, warnings] = [messages.filter(isError), messages.filter((message) => !isError(message))];
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: errors.length,
    fatalErrorCount: 0,
    warningCount: warnings.length,
    fixableErrorCount: errors.filter(isFixable).length,
    fixableWarningCount: warnings.filter(isFixable).length,
    ...(messages.length > 0 && { source: text }),
    usedDeprecatedRules: [],
  };
}

function isError({ severity }: LintMessage): boolean {
  return severity === 2;
}

function isFixable({ fix }: LintMessage): boolean {
  return fix !== undefined;
}

/** As the plugin's processor leaves it: with the data of its sentences. */
function messageOf(text: string, finding: Finding): LintMessage {
  const { ruleId, severity, message, messageId, span, data } = finding;
  const [start, end] = [positionAt(text, span.start), positionAt(text, span.end)];
  const fix = finding.fix && merged(text, finding.fix);
  const suggestions = finding.suggestions.flatMap(({ title, edits }) => {
    const change = merged(text, edits);
    return change ? [{ messageId: "suggestion", data: { title }, fix: change, desc: title }] : [];
  });
  const reported = {
    ruleId: `gh-aw/${ruleId}`,
    severity: severity === "error" ? 2 : 1,
    message,
    line: start.line,
    column: start.column,
    messageId,
    endLine: end.line,
    endColumn: end.column,
    ...(fix && { fix }),
    ...(suggestions.length > 0 && { suggestions }),
    data,
  } as const;
  return reported;
}

/** One edit for all of them: ESLint's messages have no more. */
function merged(text: string, edits: readonly TextEdit[]): Fix | undefined {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  const [first] = ordered;
  if (!first) return undefined;
  let inserted = "";
  let end = first.start;
  for (const edit of ordered) {
    inserted += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return { range: [first.start, end], text: inserted };
}
