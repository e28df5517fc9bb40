import { unmappedText, type Span } from "../text/index.js";
import {
  baseName,
  resolvePath,
  SUCCESS,
  type Alternatives,
  type CommandCall,
  type CommandResult,
  type FilePart,
} from "../shell/index.js";
import { compiledConfig } from "./compiled-config.js";
import type { EnvironmentVariable } from "../workflow/index.js";

/** Where gh-aw's MCP gateway looks for a configuration compiled to JSON, and writes Codex's. */
const COMPILED_CONFIG = "${RUNNER_TEMP}/gh-aw/mcp-config/codex-config.json";
const CONVERTED_CONFIG = "${RUNNER_TEMP}/gh-aw/mcp-config/config.toml";

/**
 * gh-aw's own programs that write a config.toml for Codex.
 *
 * `start_mcp_gateway` runs the converter: it overwrites the config.toml of the gateway's folder
 * (gh-aw v0.37 and later), in the newest compilers by what `convert_gateway_config_codex --bootstrap`
 * made of `GH_AW_CODEX_CONFIG_JSON`.
 */
export function runGateway(
  call: CommandCall,
  environment: ReadonlyMap<string, EnvironmentVariable>,
): CommandResult | undefined {
  const program = call.words.find(({ value }) =>
    /^(start_mcp_gateway|convert_gateway_config_codex)\./.test(baseName(value)),
  );
  if (!program) return undefined;
  const { files } = call.state;
  const variable = environment.get("GH_AW_CODEX_CONFIG_JSON");
  const compiled: Alternatives | undefined = variable
    ? [[compiledConfig(variable, call.state.scope, call.origin)]]
    : files.get(COMPILED_CONFIG);
  if (call.words.some(({ value }) => value === "--config-only")) {
    const home = call.state.scope.variables.get("CODEX_HOME");
    if (home !== undefined)
      files.set(resolvePath(`${home}/config.toml`, "/"), compiled ?? [converted(call.origin)]);
  }
  if (compiled && call.words.some(({ value }) => value === "--bootstrap"))
    files.set(COMPILED_CONFIG, compiled);
  for (const path of gatewayConfigs([...files.keys()])) files.set(path, compiled ?? [converted(call.origin)]);
  return SUCCESS;
}

/** The converter wrote to `/tmp/gh-aw` first and to `${RUNNER_TEMP}/gh-aw` later: to where the lock file does. */
function gatewayConfigs(paths: readonly string[]): readonly string[] {
  const written = paths.filter((path) => path.endsWith("/gh-aw/mcp-config/config.toml"));
  return written.length > 0 ? written : [CONVERTED_CONFIG];
}

/** The converter's output opens with `[history]` and goes on with the MCP servers; it never names a provider. */
function converted(origin: Span): readonly FilePart[] {
  const head = '[history]\npersistence = "none"\n\n';
  return [
    { kind: "known", expanded: { text: unmappedText(head, origin), guesses: [] }, origin },
    { kind: "unknown", program: "the MCP gateway", origin },
  ];
}
