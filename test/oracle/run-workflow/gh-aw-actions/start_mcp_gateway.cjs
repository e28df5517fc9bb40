// Stands in for gh-aw's script that starts the MCP gateway: writes what its converter writes for Codex.
const { existsSync, mkdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { compiledConfig, tomlValue, writeConfig, writeText } = require("./codex_config.cjs");

const early = "/tmp/gh-aw/mcp-config/config.toml";
const late = join(process.env.RUNNER_TEMP, "gh-aw/mcp-config/config.toml");
mkdirSync("/tmp/gh-aw/mcp-config", { recursive: true });

const { mcpServers, gateway } = JSON.parse(readFileSync(0, "utf8"));
// Set as by gh-aw's converter, for Rust programs.
const domain = gateway.domain === "host.docker.internal" ? "172.30.0.1" : gateway.domain;
const servers = Object.keys(mcpServers).map((name) => ({
  name,
  url: `http://${domain}:${gateway.port}/mcp/${encodeURIComponent(name)}`,
  http_headers: { Authorization: gateway.apiKey ?? "" },
}));

const compiled = compiledConfig();
if (compiled) {
  const mcp_servers = { ...compiled.mcp_servers };
  for (const { name, ...server } of servers) mcp_servers[name] = { ...mcp_servers[name], ...server };
  writeConfig(late, { ...compiled, mcp_servers });
} else {
  const tables = servers.map(
    ({ name, url, http_headers }) =>
      `[mcp_servers.${tomlValue(name)}]\nurl = ${tomlValue(url)}\nhttp_headers = ${tomlValue(http_headers)}\n\n`,
  );
  // The converter overwrites the here-document; compilers before v0.68.4 keep that in /tmp.
  const path = existsSync(early) && !existsSync(late) ? early : late;
  writeText(path, `[history]\npersistence = "none"\n\n${tables.join("")}`);
}
