import { unmappedText, type Span } from "../text/index.js";
import {
  baseName,
  lookUp,
  pathOf,
  SUCCESS,
  type CommandCall,
  type Content,
  type FilePart,
  type Program,
} from "../shell/index.js";
import { compiledConfig } from "./json-config.js";
import type { EnvironmentVariable } from "../workflow/index.js";

/** Where gh-aw's MCP gateway reads a configuration compiled to JSON, and writes Codex's; both in `$RUNNER_TEMP`. */
const COMPILED_CONFIG = "/home/runner/work/_temp/gh-aw/mcp-config/codex-config.json";
const CONVERTED_CONFIG = "/home/runner/work/_temp/gh-aw/mcp-config/config.toml";

/**
 * gh-aw's own programs that write a config.toml for Codex.
 *
 * `start_mcp_gateway` runs the converter, which overwrites the config.toml of the gateway's folder
 * (gh-aw v0.37 and later). With the newest compilers it writes what `convert_gateway_config_codex --bootstrap`
 * created from `GH_AW_CODEX_CONFIG_JSON`.
 */
export function runGateway(
  call: CommandCall,
  environment: ReadonlyMap<string, EnvironmentVariable>,
): ReturnType<Program> {
  const program = call.words.find(({ value }) =>
    /^(start_mcp_gateway|convert_gateway_config_codex)\./.test(baseName(value)),
  );
  if (!program) return undefined;
  const { state } = call;
  const variable = environment.get("GH_AW_CODEX_CONFIG_JSON");
  const compiled = variable
    ? [compiledConfig(variable, state, call.origin)]
    : contentAt(call, COMPILED_CONFIG);
  const written = compiled ?? converted(call.origin);
  if (call.words.some(({ value }) => value === "--config-only")) {
    const home = lookUp(state, "CODEX_HOME");
    if (home.kind === "set") write(call, `${pathOf(state, home.value)}/config.toml`, written);
  }
  if (compiled && call.words.some(({ value }) => value === "--bootstrap"))
    write(call, COMPILED_CONFIG, compiled);
  for (const path of gatewayConfigs(call)) write(call, path, written);
  return SUCCESS;
}

function contentAt({ state }: CommandCall, path: string): Content | undefined {
  const { node } = state.files.find(path);
  return node.kind === "file" ? node.content : undefined;
}

function write({ state }: CommandCall, path: string, content: Content): void {
  state.files.put(state.files.find(path).path, { kind: "file", content, isExecutable: false });
}

/** Older converters write to `/tmp/gh-aw`, later ones to `${RUNNER_TEMP}/gh-aw`: the same folder as the lock file. */
function gatewayConfigs(call: CommandCall): readonly string[] {
  const written = call.state.files
    .paths()
    .filter((path) => path.endsWith("/gh-aw/mcp-config/config.toml") && contentAt(call, path) !== undefined);
  return written.length > 0 ? written : [CONVERTED_CONFIG];
}

/** The converter's output starts with `[history]`, followed by the MCP servers; it never names a provider. */
function converted(origin: Span): readonly FilePart[] {
  const head = '[history]\npersistence = "none"\n\n';
  return [
    { kind: "known", expanded: { text: unmappedText(head, origin), guesses: [] }, origin },
    { kind: "unknown", what: "the MCP gateway", origin, namesNoProvider: true },
  ];
}
