import ghAw from "eslint-plugin-gh-aw";

/** A rule of the plugin, as its switch shows it. */
export interface RuleInfo {
  /** Without the plugin's prefix. */
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** Whether it is on in `recommended`; `strict` has all. */
  readonly recommended: boolean;
}

/** The page about a rule, named with the plugin's prefix; `undefined` for one of ESLint's own. */
export function urlOf(rule: string): string | undefined {
  return rules.find(({ name }) => `gh-aw/${name}` === rule)?.url;
}

/** All rules, in the plugin's order. */
export const rules: readonly RuleInfo[] = Object.entries(ghAw.rules).map(([name, { meta }]) => ({
  name,
  description: meta?.docs?.description ?? "",
  url: meta?.docs?.url ?? "",
  recommended: `gh-aw/${name}` in ghAw.configs.recommended.rules,
}));
