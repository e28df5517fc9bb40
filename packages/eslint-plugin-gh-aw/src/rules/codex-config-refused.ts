import type { Rule } from "eslint";
import type { FindingKinds } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerSchema } from "../provider-options.js";
import { reportFindings, suggestionMessage } from "../report.js";

const refuses = "so Codex {{codex}} in job `{{job}}` stops";
const stops = `${refuses} with "{{codexError}}". {{remedy}}`;

export const codexConfigRefused: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a configuration that Codex loads",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-config-refused.md",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: {
      invalidToml: `config.toml is not TOML ({{message}}), ${stops}`,
      duplicateKey: `\`{{path}}\` stands twice in config.toml, ${stops}`,
      reservedProvider: `\`{{provider}}\` is the id of a provider of Codex's own, ${stops}`,
      undefinedProvider: `\`model_provider\` selects \`{{provider}}\`, which is not defined, ${stops}`,
      missingName: `Model provider \`{{provider}}\` has no \`name\`, ${stops}`,
      emptyName: `Model provider \`{{provider}}\` has an empty \`name\`, ${stops}`,
      chatWireApi: `Model provider \`{{provider}}\` has \`wire_api = "chat"\`, ${stops}`,
      wrongType: `\`{{path}}\` is {{found}} instead of {{expected}}, ${stops}`,
      unknownValue: `\`{{path}}\` does not know the value \`{{value}}\`, ${stops}`,
      missingField: `\`{{path}}\` lacks a key that it needs (missing field: {{fields}}), ${refuses}. {{remedy}}`,
      unsupportedField: `\`{{path}}\` may not stand there, ${refuses}. {{remedy}}`,
      legacyProfile: `Codex 0.134.0 and later knows no \`profile\` in config.toml, ${stops}`,
      undefinedProfile: `Profile \`{{profile}}\` is selected, but not defined, ${refuses}. {{remedy}}`,
      localProvider: `\`--oss\` selects a local model server, ${refuses}. {{remedy}}`,
      invalidArgument: `Codex cannot read \`{{text}}\` on its command line, ${refuses}. {{remedy}}`,
      ...suggestionMessage,
    } satisfies Record<FindingKinds["refused"] | "suggestion", string>,
  },
  create: (context) => reportFindings(context, { ...optionsOf(context), outcomes: ["refused"] }),
};
