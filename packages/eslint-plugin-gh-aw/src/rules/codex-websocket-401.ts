import { messageTemplates, optionForms } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerProperties } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

export const codexWebsocket401: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a model provider that sends Codex through AWF's API proxy",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-websocket-401.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          ...providerProperties,
          minimumCodexVersion: {
            description: "Runs with Codex pinned below this version are not reported.",
            type: "string",
            pattern: optionForms.minimumCodexVersion.pattern,
          },
        },
      },
    ],
    defaultOptions: [{ ...providerDefaults, minimumCodexVersion: "0.120.0" }],
    messages: { ...messageTemplates("codex-websocket-401"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-websocket-401"),
};
