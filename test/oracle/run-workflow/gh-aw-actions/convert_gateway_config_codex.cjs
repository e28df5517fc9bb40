// Stands in for gh-aw's converter in steps that call it directly, before or without the MCP gateway.
const { dirname, join } = require("node:path");
const { compiledConfig, compiledJson, writeConfig, writeText } = require("./codex_config.cjs");

const path = join(process.env.RUNNER_TEMP, "gh-aw/mcp-config/config.toml");
const config = compiledConfig();
if (!config) throw new Error("There is no GH_AW_CODEX_CONFIG_JSON.");
writeConfig(path, config);
if (process.argv.includes("--bootstrap")) {
  writeText(join(dirname(path), "codex-config.json"), JSON.stringify(compiledJson()));
}
if (process.argv.includes("--config-only")) writeConfig(join(process.env.CODEX_HOME, "config.toml"), config);
