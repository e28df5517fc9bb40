import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule, suggestionMessage } from "../report.js";

export const codexMisplacedKey: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow keys of Codex's configuration where Codex ignores them",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-misplaced-key.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    messages: { ...messageTemplates("codex-misplaced-key"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-misplaced-key"),
};
