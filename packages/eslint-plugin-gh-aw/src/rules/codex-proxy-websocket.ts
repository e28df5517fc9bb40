import type { Rule } from "eslint";
import type { FindingKinds } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerSchema } from "../provider-options.js";
import { reportFindings, suggestionMessage } from "../report.js";

const tries =
  "so Codex {{codex}} in job `{{job}}` tries a WebSocket at AWF's API proxy, which refuses it, before it sends over HTTP. {{remedy}}";

export const codexProxyWebsocket: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow WebSockets at AWF's API proxy",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-websocket.md",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: {
      supportsWebsockets: `Model provider \`{{provider}}\` has \`supports_websockets = true\`, ${tries}`,
      openAiBaseUrlKey: `\`openai_base_url\` leaves WebSockets on, ${tries}`,
      environmentBaseUrl: `No model provider is selected, ${tries}`,
      websocketFeature: `The feature \`{{feature}}\` turns WebSockets on, ${tries}`,
      ...suggestionMessage,
    } satisfies Record<FindingKinds["websocket"] | "suggestion", string>,
  },
  create: (context) => reportFindings(context, { ...optionsOf(context), outcomes: ["websocket"] }),
};
