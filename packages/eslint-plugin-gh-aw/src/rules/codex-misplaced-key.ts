import type { Rule } from "eslint";
import { misplacedKeys, type MisplacedKeyKind } from "@gh-aw-lint/core";
import { reportNotices, suggestionMessage } from "../report.js";

export const codexMisplacedKey: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow keys of Codex's configuration where Codex ignores them",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-misplaced-key.md",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    messages: {
      misplacedKey:
        "`{{key}}` stands below `[{{table}}]` and belongs to that table, so Codex {{codex}} in job `{{job}}` ignores it. {{remedy}}",
      misspelledKey:
        "`[{{table}}]` has a key `{{key}}`, which Codex {{codex}} in job `{{job}}` does not know and ignores; it knows `{{spelling}}`. {{remedy}}",
      ...suggestionMessage,
    } satisfies Record<MisplacedKeyKind | "suggestion", string>,
  },
  create: (context) => reportNotices(context, misplacedKeys),
};
