import type { Rule } from "eslint";
import type { FindingKinds } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerSchema } from "../provider-options.js";
import { reportFindings, suggestionMessage } from "../report.js";

const stops = 'so Codex {{codex}} in job `{{job}}` stops with "{{codexError}}". {{remedy}}';

export const codexEnvKey: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require an `env_key` that names a variable of AWF's container",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-env-key.md",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: {
      excludedEnvKey: `AWF {{awf}} keeps \`{{variable}}\`, the \`env_key\` of model provider \`{{provider}}\`, out of its container (\`--exclude-env\`) and sets nothing in its place, ${stops}`,
      missingPlaceholder: `AWF gets no \`OPENAI_API_KEY\`, so it sets no placeholder for \`{{variable}}\`, the \`env_key\` of model provider \`{{provider}}\`, ${stops}`,
      missingEnvironmentVariable: `Nothing passes \`{{variable}}\`, the \`env_key\` of model provider \`{{provider}}\`, to AWF's container, ${stops}`,
      expandedEnvKey: `The \`env_key\` of model provider \`{{provider}}\` is spelled \`{{variable}}\`, but Codex wants the variable's name, ${stops}`,
      emptyEnvKey: `The \`env_key\` of model provider \`{{provider}}\` is empty, ${stops}`,
      ...suggestionMessage,
    } satisfies Record<FindingKinds["keyless"] | "suggestion", string>,
  },
  create: (context) => reportFindings(context, { ...optionsOf(context), outcomes: ["keyless"] }),
};
