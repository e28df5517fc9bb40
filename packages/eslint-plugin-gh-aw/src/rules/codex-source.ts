import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerProperties } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

// `providerName` contains spaces, which need quotes.
const { providerId, baseUrl, envKey } = providerProperties;

export const codexSourceRule: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require sources from which Codex goes through AWF's API proxy",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-source.html",
    },
    hasSuggestions: true,
    schema: [{ type: "object", additionalProperties: false, properties: { providerId, baseUrl, envKey } }],
    defaultOptions: [{ providerId: providerDefaults.providerId }],
    messages: { ...messageTemplates("codex-source"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-source"),
};
