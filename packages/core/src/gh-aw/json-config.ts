import { stringify } from "smol-toml";
import { spanInFile, unmappedText, type Span } from "../text/index.js";
import { knownText, lookUp, type FilePart, type ShellState } from "../shell/index.js";
import type { EnvironmentVariable } from "../workflow/index.js";

type Table = Readonly<Record<string, unknown>>;

/** Deeper JSON is not converted; Codex's parser accepts at most 80 levels. */
const DEEPEST = 100;

/**
 * The config.toml that gh-aw's newest compilers write from `GH_AW_CODEX_CONFIG_JSON`: `defaults` and `overrides`,
 * merged key by key, with each `${NAME}` replaced unless `envExpanded` says that they already are (gh-aw's
 * `codex_config.cjs`).
 */
export function compiledConfig(variable: EnvironmentVariable, state: ShellState, caller: Span): FilePart {
  const whole = spanInFile(variable.text, 0, variable.text.text.length);
  const parsed = parseTable(variable.value);
  const { defaults = {}, overrides = {} } = parsed ?? {};
  if (!parsed || !isTable(defaults) || !isTable(overrides)) {
    return { kind: "unknown", what: "the value of `GH_AW_CODEX_CONFIG_JSON`", origin: caller };
  }
  const merged = mergeTables(defaults, overrides);
  const expandedTable = parsed.envExpanded === true ? merged : expandTable(merged, state);
  const text = stringify(withoutOpenServers(expandedTable));
  const expanded = { text: unmappedText(text, whole), guesses: [] };
  return { kind: "known", expanded, origin: variable.keySpan, sourceJson: variable.text };
}

/** Removes MCP servers that have neither a command nor a URL: the gateway adds the URL later. */
function withoutOpenServers(config: Table): Table {
  const { mcp_servers: servers, ...others } = config;
  if (!isTable(servers)) return config;
  const complete = Object.entries(servers).filter(
    ([, server]) => !isTable(server) || "command" in server || "url" in server,
  );
  return { ...others, mcp_servers: Object.fromEntries(complete) };
}

function parseTable(json: string): Table | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isTable(value) && canBeToml(value) ? value : undefined;
  } catch {
    // The converter fails at invalid JSON, so what it writes is not known.
    return undefined;
  }
}

/** Whether TOML can hold a value: lists have no null, and the nesting does not overflow the stack. */
function canBeToml(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (Array.isArray(value))
    return value.every((element) => element !== null && canBeToml(element, depth + 1));
  return !isTable(value) || Object.values(value).every((element) => canBeToml(element, depth + 1));
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mergeTables(base: Table, overrides: Table): Table {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overrides)) {
    const before = merged.get(key);
    merged.set(key, isTable(before) && isTable(value) ? mergeTables(before, value) : value);
  }
  return Object.fromEntries(merged);
}

function expandTable(table: Table, state: ShellState): Table {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, expand(value, state)]));
}

function expand(value: unknown, state: ShellState): unknown {
  if (typeof value === "string") {
    return value.replace(/\$\{([A-Za-z_]\w*)\}/g, (expansion, name: string) => {
      const held = lookUp(state, name);
      return held.kind === "set" ? (knownText(held.value) ?? expansion) : expansion;
    });
  }
  if (Array.isArray(value)) return value.map((element: unknown) => expand(element, state));
  return isTable(value) ? expandTable(value, state) : value;
}
