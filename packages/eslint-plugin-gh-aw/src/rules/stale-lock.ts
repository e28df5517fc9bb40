import type { Rule } from "eslint";
import { staleLock, staleLockOfSource, type StaleLockKind } from "@gh-aw-lint/core";
import { reportBeside } from "../report.js";

const stops = "so each run stops with `ERR_CONFIG: Lock file '{{lock}}' is outdated!` {{remedy}}";

export const staleLockRule: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow lock files that are out of date",
      recommended: true,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/stale-lock.md",
    },
    schema: [],
    messages: {
      staleFrontMatter: `The front matter of \`{{source}}\`, or of a file that it imports, has changed since \`{{lock}}\` was compiled, ${stops}`,
      staleBody: `The body of \`{{source}}\`, or of a file that it imports, has changed since \`{{lock}}\` was compiled, and \`on.stale-check\` is \`full\`, ${stops}`,
    } satisfies Record<StaleLockKind, string>,
  },
  create: (context) =>
    reportBeside(context, (path, text, repository) => {
      const notice = path.endsWith(".md")
        ? staleLockOfSource({ path, text, repository })
        : staleLock(text, path, repository);
      return notice ? [notice] : [];
    }),
};
