import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const staleCompilerRule: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow gh-aw compilers that write broken Codex configuration",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/stale-compiler.md",
    },
    schema: [],
    messages: messageTemplates("stale-compiler"),
  },
  create: (context) => reportRule(context, "stale-compiler"),
};
