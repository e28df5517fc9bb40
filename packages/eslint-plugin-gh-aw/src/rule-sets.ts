import type { RulesConfig } from "@eslint/core";
import { ruleInfos, type RuleInfo } from "@gh-aw-lint/core";

/** The rules that find what makes a Codex run fail. */
export const recommendedRules: RulesConfig = {
  ...ruleSet(({ recommended }) => recommended),
  "gh-aw/misplaced-directive": "error",
};

/** All rules, with the severity of each. */
export const strictRules: RulesConfig = { ...ruleSet(() => true), "gh-aw/misplaced-directive": "error" };

/** The rules for the Markdown sources of lock files. */
export const sourceRules: RulesConfig = ruleSet(({ readsSources }) => readsSources);

function ruleSet(isIn: (info: RuleInfo) => boolean): RulesConfig {
  return Object.fromEntries(
    Object.entries(ruleInfos)
      .filter(([, info]) => isIn(info))
      .map(([name, { severity }]) => [`gh-aw/${name}`, severity === "error" ? "error" : "warn"]),
  );
}
