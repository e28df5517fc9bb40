/** The block that makes Codex use AWF's API proxy, with room for what a test adds. */
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

/** The provider's table alone, selected by nothing. */
export const unselectedProvider = proxyConfig().replace(/^model_provider = .*\n/u, "");

/** A selected provider with nothing but the given lines. */
export function providerConfig(...lines: readonly string[]): string {
  return ['model_provider = "p"', "[model_providers.p]", ...lines, ""].join("\n");
}
