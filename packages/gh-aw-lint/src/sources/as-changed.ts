import type { DurableFix } from "eslint-plugin-gh-aw/core";
import { resolve } from "node:path";
import type { Linter, LintResult } from "../eslint/index.js";
import type { Input } from "../files/input.js";
import { changedFiles } from "./changed-files.js";

/** Rules that depend on a related file, which is unchanged on disk. */
const comparing: readonly string[] = ["gh-aw/stale-lock", "gh-aw/codex-source"];

/** Files as they would be if fixes were written, and how to lint them. A durable fix leaves nothing to compare. */
export function asChanged(
  fixes: readonly DurableFix[],
  inputs: readonly Input[],
  linter: Linter,
): { readonly inputs: readonly Input[]; readonly linter: Linter } {
  const texts = new Map(changedFiles(fixes).map(({ path, text }) => [resolve(path), text]));
  const alone = (file: string, result: LintResult | undefined): LintResult | undefined =>
    result && texts.has(file) ? withoutComparison(result) : result;
  return {
    inputs: inputs.map((input) => {
      const text = texts.get(input.path);
      return text === undefined ? input : { ...input, read: () => Promise.resolve(text) };
    }),
    linter: {
      ...linter,
      lint: async (file, text) => alone(file, await linter.lint(file, text)),
      fix: async (file, text) => alone(file, await linter.fix(file, text)),
    },
  };
}

function withoutComparison(result: LintResult): LintResult {
  const messages = result.messages.filter(({ ruleId }) => ruleId === null || !comparing.includes(ruleId));
  return {
    ...result,
    messages,
    errorCount: messages.filter(({ severity }) => severity === 2).length,
    warningCount: messages.filter(({ severity }) => severity === 1).length,
  };
}
