import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerSchema } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

export const codexProxyAddress: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a `base_url` at which AWF's API proxy answers",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-proxy-address.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: { ...messageTemplates("codex-proxy-address"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-proxy-address"),
};
