import type { Rule } from "eslint";
import type { FindingKinds } from "@gh-aw-lint/core";
import { optionsOf, providerDefaults, providerSchema } from "../provider-options.js";
import { reportFindings, suggestionMessage } from "../report.js";

const address = "The `base_url` of model provider `{{provider}}`, `{{baseUrl}}`,";
const run = "Codex {{codex}} in job `{{job}}`";

export const codexProxyAddress: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "require a `base_url` at which AWF's API proxy answers",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-address.md",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [providerSchema],
    defaultOptions: [providerDefaults],
    messages: {
      unusableBaseUrl: `${address} {{why}}, so ${run} fails with "{{codexError}}". {{remedy}}`,
      unfitPort: `${address} has port {{port}}, but {{why}}, so AWF's API proxy has no answer for ${run}. {{remedy}}`,
      proxyOff: `{{address}} is AWF's API proxy, \`{{baseUrl}}\`, which is off, so ${run} fails with "{{codexError}}". {{remedy}}`,
      missingVersionPath: `${address} does not end in \`/v1\`, which the API proxy of AWF {{awf}} does not add, so it passes what ${run} sends on to a path that does not exist. {{remedy}}`,
      doubledPath: `${address} makes Codex ask for \`{{doubled}}\` twice, so what ${run} sends goes to a path that does not exist. {{remedy}}`,
      ...suggestionMessage,
    } satisfies Record<FindingKinds["misaddressed"] | "suggestion", string>,
  },
  create: (context) => reportFindings(context, { ...optionsOf(context), outcomes: ["misaddressed"] }),
};
