import type { Rule } from "eslint";
import { staleCompiler, type StaleCompilerKind } from "@gh-aw-lint/core";
import { reportNotices } from "../report.js";

const undoes = "so the next compile undoes what was mended by hand. {{remedy}}";

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
      missingProvider: `gh-aw {{compiler}} writes no model provider for Codex, ${undoes}`,
      misplacedProvider: `gh-aw {{compiler}} puts \`model_provider\` below \`[history]\` for external threat detection, where Codex ignores it, ${undoes}`,
    } satisfies Record<StaleCompilerKind, string>,
  },
  create: (context) => reportNotices(context, (workflow) => staleCompiler(workflow) ?? []),
};
