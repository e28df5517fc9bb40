import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerSchema } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

export const codexConfigRefused: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a configuration that Codex loads",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-config-refused.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: { ...messageTemplates("codex-config-refused"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-config-refused"),
};
