import type { Rule } from "eslint";
import { staleCompiler, type StaleCompilerKind } from "@gh-aw-lint/core";
import { reportNotices } from "../report.js";

export const staleCompilerRule: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow gh-aw compilers that write broken Codex configuration",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/stale-compiler.md",
    },
    schema: [],
    messages: {
      missingProvider: `gh-aw {{compiler}} writes no model provider for Codex{{effect}}. {{remedy}}`,
      misplacedProvider: `gh-aw {{compiler}} puts \`model_provider\` below \`[history]\` for external threat detection, where Codex ignores it{{effect}}. {{remedy}}`,
      vendorPort: `gh-aw {{compiler}} wrote another vendor's port into Codex's configuration{{effect}}. {{remedy}}`,
    } satisfies Record<StaleCompilerKind, string>,
  },
  create: (context) => reportNotices(context, (workflow) => staleCompiler(workflow) ?? []),
};
