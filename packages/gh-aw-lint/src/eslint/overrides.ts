import { ConfigCommentParser } from "@eslint/plugin-kit";
import type { ESLint, Linter } from "eslint";
import { didYouMean } from "../did-you-mean.js";
import { UsageError } from "../usage-error.js";
import { strictRules } from "./preset.js";
import type { ConfigurationRequest } from "./request.js";

/**
 * The rule settings of the command line, which override every configuration.
 *
 * @param plugin the plugin that has these rules
 * @throws UsageError for an unknown rule or an invalid setting
 */
export async function overridingRules(
  { strict, rules }: Pick<ConfigurationRequest, "strict" | "rules">,
  plugin: ESLint.Plugin,
): Promise<Partial<Linter.RulesRecord>> {
  const known = Object.keys(plugin.rules ?? {}).map((name) => `gh-aw/${name}`);
  const all = strict ? Object.entries(await strictRules()) : [];
  // A severity alone leaves the options as they are.
  const severities = all.filter(([name]) => known.includes(name));
  return Object.fromEntries([...severities, ...rules.flatMap((rule) => settings(rule, known))]);
}

const parser = new ConfigCommentParser();

/** Like ESLint's `--rule`: `codex-unpinned: error`, or `codex-websocket-401: [error, { baseUrl: "http://..." }]`. */
function settings(rule: string, known: readonly string[]): readonly (readonly [string, Linter.RuleEntry])[] {
  const parsed = parser.parseJSONLikeConfig(rule);
  if (!parsed.ok || Object.keys(parsed.config).length === 0)
    throw new UsageError(
      `\`--rule '${rule}'\` is not of the form \`NAME: SEVERITY\` or \`NAME: [SEVERITY, OPTIONS]\`.`,
    );
  return Object.entries(parsed.config).map(([given, setting]) => {
    const name = given.startsWith("gh-aw/") ? given : `gh-aw/${given}`;
    if (known.includes(name)) return [name, setting];
    throw new UsageError(`There is no rule \`${given}\`.${didYouMean(name, known)}`);
  });
}
