import type { DiagnoseOptions, Notice, RepositoryFiles, Span, TextEdit, Workflow } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { findingsOf, noticesOf } from "./findings.js";
import { keepData } from "./message-data.js";
import { pathOf, repositoryFiles } from "./repository-files.js";

/** The message of a suggestion: what it does, in core's own words. */
export const suggestionMessage = { suggestion: "{{title}}" } as const;

/** Reports the findings of a file that have the outcomes in `options`. */
export function reportFindings(context: Rule.RuleContext, options: DiagnoseOptions): Rule.RuleListener {
  return {
    Program() {
      for (const finding of findingsOf(context.sourceCode, options)) reportFinding(context, finding);
    },
  };
}

/** Reports what a function of core has to say about a file. */
export function reportNotices(
  context: Rule.RuleContext,
  find: (workflow: Workflow) => Notice | readonly Notice[],
): Rule.RuleListener {
  return {
    Program() {
      for (const notice of noticesOf(context.sourceCode, find)) reportFinding(context, notice);
    },
  };
}

/** Reports what there is to say about a file and those beside it, whichever language parsed it. */
export function reportBeside(
  context: Rule.RuleContext,
  find: (path: string, text: string, files: RepositoryFiles) => readonly Notice[],
): Rule.RuleListener {
  const report = (): void => {
    const notices = find(pathOf(context), context.sourceCode.text, repositoryFiles(context));
    for (const notice of notices) reportFinding(context, notice);
  };
  // The root of a Markdown file is `root` in the language of `@eslint/markdown`.
  return { Program: report, root: report };
}

/** Turns a finding into a report; its kind is the message's id. */
function reportFinding(context: Rule.RuleContext, finding: Notice): void {
  const { kind, span, data, fix, suggestions } = finding;
  const loc = locationOf(context, span);
  // ESLint counts columns from 1 in messages, from 0 in reports.
  keepData({ ruleId: context.id, messageId: kind, line: loc.start.line, column: loc.start.column + 1 }, data);
  context.report({
    messageId: kind,
    data,
    loc,
    fix: fix ? fixerOf(fix) : null,
    suggest: suggestions.map(({ title, edits }) => ({
      messageId: "suggestion",
      data: { title },
      fix: fixerOf(edits),
    })),
  });
}

function locationOf({ sourceCode }: Rule.RuleContext, { start, end }: Span): Location {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

type Location = Record<"start" | "end", { line: number; column: number }>;

function fixerOf(edits: readonly TextEdit[]): Rule.ReportFixer {
  return (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
