import type { Rule } from "eslint";
import { misplacedDirectives, type MisplacedDirectiveKind } from "../misplaced-directives.js";
import { reportInWorkflow } from "../report.js";

export const misplacedDirective: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow ESLint's comments between the lines of a shell command",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/misplaced-directive.html",
    },
    fixable: "code",
    schema: [],
    messages: {
      directiveInCommand:
        "This comment ends the command that starts on line {{line}}: Bash runs the lines below it as a separate command. {{remedy}}",
    } satisfies Record<MisplacedDirectiveKind, string>,
  },
  create: (context) => reportInWorkflow(context, misplacedDirectives),
};
