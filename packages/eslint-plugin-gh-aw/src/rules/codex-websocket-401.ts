import type { Rule } from "eslint";
import type { FindingKinds } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerProperties } from "../provider-options.js";
import { reportFindings, suggestionMessage } from "../report.js";

const fails =
  "connects to `wss://api.openai.com/v1/responses` with a placeholder key and fails with 401 Unauthorized";

export const codexWebsocket401: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a model provider that sends Codex through AWF's API proxy",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-websocket-401.md",
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
            pattern: String.raw`^\d+\.\d+\.\d+$`,
          },
        },
      },
    ],
    defaultOptions: [{ ...providerDefaults, minimumCodexVersion: "0.120.0" }],
    messages: {
      noProvider: `Codex {{codex}} in job \`{{job}}\` selects no model provider, so it bypasses AWF's API proxy, ${fails}. {{remedy}}`,
      misplacedSelection: `\`model_provider\` stands below \`[{{table}}]\` and belongs to that table, so Codex {{codex}} in job \`{{job}}\` ignores it, bypasses AWF's API proxy, ${fails}. {{remedy}}`,
      notSelected: `Model provider \`{{provider}}\` is defined but not selected, so Codex {{codex}} in job \`{{job}}\` bypasses AWF's API proxy, ${fails}. {{remedy}}`,
      baseUrlMissing: `Model provider \`{{provider}}\` has no \`base_url\`, so Codex {{codex}} in job \`{{job}}\` bypasses AWF's API proxy, goes to \`https://api.openai.com/v1/responses\` with a placeholder key and fails with 401 Unauthorized. {{remedy}}`,
      baseUrlDirect: `Model provider \`{{provider}}\` goes to \`{{baseUrl}}\`, so Codex {{codex}} in job \`{{job}}\` bypasses AWF's API proxy, sends a placeholder key and fails with 401 Unauthorized. {{remedy}}`,
      undetermined: `The config.toml of Codex {{codex}} in job \`{{job}}\` depends on {{cause}}, so nothing here tells whether Codex goes through AWF's API proxy. {{remedy}}`,
      ...suggestionMessage,
    } satisfies Record<FindingKinds["direct" | "undetermined"] | "suggestion", string>,
  },
  create: (context) =>
    reportFindings(context, { ...optionsOf(context), outcomes: ["direct", "undetermined"] }),
};
