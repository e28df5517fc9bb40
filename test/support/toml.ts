/** The provider block of gh-aw #27710. */
export const providerBlock = `model_provider = "openai-proxy"

[model_providers.openai-proxy]
name = "OpenAI AWF proxy"
base_url = "http://172.30.0.30:10000"
env_key = "OPENAI_API_KEY"
supports_websockets = false
`;

/** A selected provider with this base URL, and only the keys that Codex needs. */
export function provider(baseUrl: string): string {
  return `model_provider = "p"\n[model_providers.p]\nname = "p"\nbase_url = "${baseUrl}"\n`;
}

/** The same as `-c` flags of Codex. */
export const providerFlags =
  "-c model_provider=p -c model_providers.p.name=p -c model_providers.p.base_url=http://172.30.0.30:10000";

/** The table that the compiler writes into each `config.toml`. */
export const shellPolicy = `[shell_environment_policy]
inherit = "core"
include_only = ["CODEX_API_KEY", "HOME", "OPENAI_API_KEY", "PATH"]
`;

/** Another table of the compiler, below which it once wrote `model_provider`. */
export const history = `[history]
persistence = "none"
`;

/** The provider block with `model_provider` where gh-aw v0.82.14 wrote it: in the table above. */
export const misplacedProvider = `${history}
${providerBlock}`;

/** Input for the MCP gateway's converter; it becomes TOML when the shell expands it. */
export const gatewayServers = `${history}
${shellPolicy}
[mcp_servers.github]
container = "ghcr.io/github/github-mcp-server:v1.0.0"
env = { "GITHUB_HOST" = "$GITHUB_SERVER_URL", "GITHUB_READ_ONLY" = "1" }
mounts = ["\\\${GITHUB_WORKSPACE}:\\\${GITHUB_WORKSPACE}:rw"]
`;
