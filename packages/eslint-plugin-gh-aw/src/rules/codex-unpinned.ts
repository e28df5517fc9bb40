import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule, suggestionMessage } from "../report.js";

export const codexUnpinned: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "require a pinned version of Codex",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-unpinned.html",
    },
    hasSuggestions: true,
    schema: [],
    messages: { ...messageTemplates("codex-unpinned"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-unpinned"),
};
