import { isTable, parseToml, valueAt } from "../toml/index.js";

/** The ids of the providers that a config.toml defines, in its order; none if it is not TOML. */
export function definedProviders(config: string): readonly string[] {
  const parsed = parseToml(config);
  if ("kind" in parsed) return [];
  const providers = valueAt(parsed, ["model_providers"]);
  return isTable(providers) ? [...providers].flatMap(([id, value]) => (isTable(value) ? [id] : [])) : [];
}

/** The text at `path` of a config.toml. */
export function textAt(config: string, path: readonly string[]): string | undefined {
  const parsed = parseToml(config);
  const value = "kind" in parsed ? undefined : valueAt(parsed, path);
  return typeof value === "string" ? value : undefined;
}
