/** The configuration that makes Codex use AWF's API proxy, with a test's additions. */
export function proxyConfig(
  additions: { readonly root?: string; readonly provider?: string; readonly tables?: string } = {},
): string {
  return [
    'model_provider = "openai-proxy"',
    additions.root ?? "",
    "[model_providers.openai-proxy]",
    'name = "OpenAI AWF proxy"',
    'base_url = "http://172.30.0.30:10000"',
    additions.provider ?? "",
    additions.tables ?? "",
    "",
  ].join("\n");
}

/** Only the provider's table, without the key that selects it. */
export const unselectedProvider = proxyConfig().replace(/^model_provider = .*\n/u, "");

/** A selected provider whose table has only the given lines. */
export function providerConfig(...lines: readonly string[]): string {
  return ['model_provider = "p"', "[model_providers.p]", ...lines, ""].join("\n");
}

/** The value of a `-c` option that selects the provider. */
export const select = 'model_provider="openai-proxy"';
