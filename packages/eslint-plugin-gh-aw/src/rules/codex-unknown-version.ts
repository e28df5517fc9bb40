import type { Rule } from "eslint";
import { uninstallableVersions, type UninstallableKind } from "@gh-aw-lint/core";
import { reportNotices, suggestionMessage } from "../report.js";

export const codexUnknownVersion: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow versions of Codex that npm does not have",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-unknown-version.md",
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      modelName:
        "`{{version}}` is a model, not a version of Codex: npm in job `{{job}}` ends with `ETARGET`, and Codex does not run. {{remedy}}",
      ...suggestionMessage,
    } satisfies Record<UninstallableKind | "suggestion", string>,
  },
  create: (context) => reportNotices(context, uninstallableVersions),
};
