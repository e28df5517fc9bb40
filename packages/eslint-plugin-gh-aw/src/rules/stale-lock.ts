import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const staleLockRule: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow lock files that are out of date",
      recommended: true,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/stale-lock.html",
    },
    schema: [],
    messages: messageTemplates("stale-lock"),
  },
  create: (context) => reportRule(context, "stale-lock"),
};
