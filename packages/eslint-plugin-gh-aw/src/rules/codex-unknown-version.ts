import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule, suggestionMessage } from "../report.js";

export const codexUnknownVersion: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow versions of Codex that npm does not have",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-unknown-version.html",
    },
    hasSuggestions: true,
    schema: [],
    messages: { ...messageTemplates("codex-unknown-version"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-unknown-version"),
};
