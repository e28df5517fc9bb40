import {
  lintRule,
  ruleInfos,
  type LintMessage,
  type RuleId,
  type Span,
  type TextEdit,
  type Workflow,
} from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { keepData } from "./message-data.js";
import { optionsOf } from "./provider-options.js";
import { pathOf, repositoryFiles } from "./repository-files.js";
import { workflowOf } from "./workflow-of.js";

/** The message of a suggestion, which is core's title. */
export const suggestionMessage = { suggestion: "{{title}}" } as const;

/** The parts of core's messages that reports use. */
export type Reported = Pick<LintMessage, "span" | "data" | "fix" | "suggestions"> & {
  readonly messageId: string;
};

/** Reports the findings of core's rule with that name, whichever language parsed the file. */
export function reportRule(context: Rule.RuleContext, rule: RuleId): Rule.RuleListener {
  if (!ruleInfos[rule].readsSources) {
    return reportInWorkflow(context, (workflow) =>
      lintRule(rule, { text: context.sourceCode.text, workflow }, optionsOf(context)),
    );
  }
  const reportBeside = (): void => {
    const { text } = context.sourceCode;
    const file = {
      text,
      workflow: false,
      path: pathOf(context),
      repository: repositoryFiles(context),
    } as const;
    for (const message of lintRule(rule, file, optionsOf(context))) report(context, message);
  };
  // The root of a Markdown file is `root` in the language of `@eslint/markdown`.
  return { Program: reportBeside, root: reportBeside };
}

/** Reports the findings of a function in a file that may run Codex. */
export function reportInWorkflow(
  context: Rule.RuleContext,
  find: (workflow: Workflow) => readonly Reported[],
): Rule.RuleListener {
  return {
    Program() {
      const workflow = workflowOf(context.sourceCode);
      if (workflow) for (const message of find(workflow)) report(context, message);
    },
  };
}

function report(context: Rule.RuleContext, message: Reported): void {
  const { messageId, span, data, fix, suggestions } = message;
  const loc = locationOf(context, span);
  // ESLint counts columns from 1 in messages, from 0 in reports.
  keepData({ ruleId: context.id, messageId, line: loc.start.line, column: loc.start.column + 1 }, data);
  context.report({
    messageId,
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
