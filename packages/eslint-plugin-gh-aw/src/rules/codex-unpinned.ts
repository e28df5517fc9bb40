import type { Rule } from "eslint";
import { unpinnedInstalls, type UnpinnedKind } from "@gh-aw-lint/core";
import { reportNotices, suggestionMessage } from "../report.js";

const breaks =
  "so what works today may break with the next release of Codex, as it did in April 2026. {{remedy}}";

export const codexUnpinned: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "require a pinned version of Codex",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-unpinned.md",
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      noVersion: `Job \`{{job}}\` installs Codex without a version, ${breaks}`,
      floatingVersion: `Job \`{{job}}\` installs Codex \`{{version}}\`, ${breaks}`,
      ...suggestionMessage,
    } satisfies Record<UnpinnedKind | "suggestion", string>,
  },
  create: (context) => reportNotices(context, unpinnedInstalls),
};
