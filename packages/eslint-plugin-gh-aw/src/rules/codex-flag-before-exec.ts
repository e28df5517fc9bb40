import type { Rule } from "eslint";
import { forgottenFlags, type ForgottenFlagKind } from "@gh-aw-lint/core";
import { reportNotices } from "../report.js";

const forgets = "with a `-c` behind `exec` it forgets each one before. {{remedy}}";

export const codexFlagBeforeExec: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow `-c` before `exec` where Codex forgets it",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/codex-flag-before-exec.md",
    },
    fixable: "code",
    schema: [],
    messages: {
      forgottenModel: `Codex {{codex}} in job \`{{job}}\` uses {{used}}, not {{model}}: ${forgets}`,
      forgottenFlag: `Codex {{codex}} in job \`{{job}}\` ignores \`-c {{key}}=...\`: ${forgets}`,
    } satisfies Record<ForgottenFlagKind, string>,
  },
  create: (context) => reportNotices(context, forgottenFlags),
};
