import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const staleCompilerRule: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow gh-aw compilers that write broken Codex configuration",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/stale-compiler.html",
    },
    schema: [],
    messages: messageTemplates("stale-compiler"),
  },
  create: (context) => reportRule(context, "stale-compiler"),
};
