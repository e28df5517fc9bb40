import type { Finding, Span, TextEdit } from "@gh-aw-lint/core";
import type { Rule } from "eslint";

/** The message of a suggestion: what it does, in core's own words. */
export const suggestionMessage = { suggestion: "{{title}}" } as const;

/** Turns a finding into a report; its kind is the message's id. */
export function reportFinding(context: Rule.RuleContext, finding: Finding): void {
  const { kind, span, data, fix, suggestions } = finding;
  context.report({
    messageId: kind,
    data,
    loc: locationOf(context, span),
    fix: fix ? fixerOf(fix) : null,
    suggest: suggestions.map(({ title, edits }) => ({
      messageId: "suggestion",
      data: { title },
      fix: fixerOf(edits),
    })),
  });
}

export function locationOf({ sourceCode }: Rule.RuleContext, { start, end }: Span): Location {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

type Location = Record<"start" | "end", { line: number; column: number }>;

function fixerOf(edits: readonly TextEdit[]): Rule.ReportFixer {
  return (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
