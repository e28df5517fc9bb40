import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const codexFlagBeforeExec: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow `-c` before `exec` where Codex forgets it",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-flag-before-exec.html",
    },
    fixable: "code",
    schema: [],
    messages: messageTemplates("codex-flag-before-exec"),
  },
  create: (context) => reportRule(context, "codex-flag-before-exec"),
};
