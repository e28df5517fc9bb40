import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const codexUndetermined: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow Codex runs that may or may not use AWF's API proxy",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-undetermined.html",
    },
    schema: [],
    messages: messageTemplates("codex-undetermined"),
  },
  create: (context) => reportRule(context, "codex-undetermined"),
};
