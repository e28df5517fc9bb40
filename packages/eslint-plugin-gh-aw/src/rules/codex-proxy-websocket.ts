import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { providerDefaults, providerSchema } from "../provider-options.js";
import { reportRule, suggestionMessage } from "../report.js";

export const codexProxyWebsocket: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow WebSockets at AWF's API proxy",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/codex-proxy-websocket.html",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: { ...messageTemplates("codex-proxy-websocket"), ...suggestionMessage },
  },
  create: (context) => reportRule(context, "codex-proxy-websocket"),
};
