import ghAw from "eslint-plugin-gh-aw";

/** A rule of the plugin, for its switch. */
export interface RuleInfo {
  /** Without the plugin's prefix. */
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** Whether `recommended` enables the rule; `strict` enables all. */
  readonly recommended: boolean;
}

/** The address of a rule's page; the name has the plugin's prefix. `undefined` for ESLint's own rules. */
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
