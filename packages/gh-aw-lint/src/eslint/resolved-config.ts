import type { ESLint, Linter } from "eslint";

/** Our part of the configuration that ESLint computes for a file. */
export interface ResolvedConfig {
  /** Our rules with severity and options, including those that are off. */
  readonly rules: Partial<Linter.RulesRecord>;
  /** The plugin that has them, possibly another version than this command's. */
  readonly plugin: ESLint.Plugin;
}

/** Our part of a configuration; `undefined` if it has none of our rules. */
export function ghAwConfig(config: unknown): ResolvedConfig | undefined {
  if (!isResolved(config)) return undefined;
  const { rules, plugins } = config;
  const ours = Object.entries(rules ?? {}).filter(([name]) => name.startsWith("gh-aw/"));
  const plugin = plugins?.["gh-aw"];
  return ours.length > 0 && plugin ? { rules: Object.fromEntries(ours), plugin } : undefined;
}

/** ESLint does not type the computed configuration. */
function isResolved(config: unknown): config is Pick<Linter.Config, "rules" | "plugins"> {
  return typeof config === "object" && config !== null;
}

/** The address that counts as the proxy's; `undefined`: AWF's own. */
export function baseUrlOf(rules: Partial<Linter.RulesRecord>): string | undefined {
  const settings: readonly unknown[] = Object.values(rules).flatMap((setting) => setting);
  for (const option of settings)
    if (
      typeof option === "object" &&
      option !== null &&
      "baseUrl" in option &&
      typeof option.baseUrl === "string"
    )
      return option.baseUrl;
  return undefined;
}
