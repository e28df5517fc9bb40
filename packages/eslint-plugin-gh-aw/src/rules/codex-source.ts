import type { Rule } from "eslint";
import { codexSource, type CodexSourceKind } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerProperties } from "../provider-options.js";
import { reportBeside, suggestionMessage } from "../report.js";

// `providerName` has blanks in it, which need quotes.
const { providerId, baseUrl, envKey } = providerProperties;
const bypasses =
  "Codex ({{codex}}) in {{runs}} bypasses AWF's API proxy, connects to `wss://api.openai.com/v1/responses` with a placeholder key and fails with 401 Unauthorized. {{remedy}}";

export const codexSourceRule: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require sources from which Codex goes through AWF's API proxy",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-source.md",
    },
    hasSuggestions: true,
    schema: [{ type: "object", additionalProperties: false, properties: { providerId, baseUrl, envKey } }],
    defaultOptions: [{ providerId: providerDefaults.providerId }],
    messages: {
      compiledBypass: bypasses,
      importedEngine: `With the \`engine\` of \`{{engine}}\`, ${bypasses}`,
      ...suggestionMessage,
    } satisfies Record<CodexSourceKind | "suggestion", string>,
  },
  create: (context) =>
    reportBeside(context, (path, text, repository) => {
      const notice = path.endsWith(".md")
        ? codexSource({ path, text, repository }, optionsOf(context))
        : undefined;
      return notice ? [notice] : [];
    }),
};
