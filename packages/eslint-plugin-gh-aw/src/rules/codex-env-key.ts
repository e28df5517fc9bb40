import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerSchema } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

export const codexEnvKey: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require an `env_key` that names a variable of AWF's container",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-env-key.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: { ...messageTemplates("codex-env-key"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-env-key"),
};
