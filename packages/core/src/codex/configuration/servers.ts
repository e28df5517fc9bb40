import {
  changed,
  count,
  flag,
  mapOf,
  oneOf,
  seconds,
  since,
  table,
  text,
  textList,
  textMap,
  type Shape,
} from "./shape.js";
import type { TomlTable } from "../../toml/index.js";
import type { PathProblem } from "./key-problem.js";

const approval = changed(
  oneOf("auto", "prompt", "approve"),
  "mcp_servers.default_tools_approval_mode=writes",
  oneOf("auto", "prompt", "writes", "approve"),
);

/** `[mcp_servers]`. */
export const serversShape: Shape = mapOf(
  table(
    {
      command: text,
      args: textList,
      env: textMap,
      env_vars: {
        kind: "listOf",
        element: { kind: "either", shapes: [text, table({ name: text, source: text })] },
      },
      cwd: text,
      url: text,
      http_headers: textMap,
      env_http_headers: textMap,
      bearer_token: text,
      bearer_token_env_var: text,
      startup_timeout_sec: seconds,
      startup_timeout_ms: count,
      tool_timeout_sec: seconds,
      enabled: flag,
      required: since("mcp_servers.required", flag),
      enabled_tools: textList,
      disabled_tools: textList,
      scopes: textList,
      oauth: since("mcp_servers.oauth", table({ client_id: text })),
      oauth_resource: since("mcp_servers.oauth_resource", text),
      name: since("mcp_servers.name", text),
      tools: since("mcp_servers.tools", mapOf(table({ approval_mode: approval }))),
      supports_parallel_tool_calls: since("mcp_servers.supports_parallel_tool_calls", flag),
      default_tools_approval_mode: since("mcp_servers.default_tools_approval_mode", approval),
    },
    checkTransport,
  ),
);

const onlyWithCommand = ["args", "env", "env_vars", "cwd"];
const onlyWithUrl = ["url", "bearer_token_env_var", "http_headers", "env_http_headers"];

/** A server has either a `command` that starts it or a `url`, and fields that fit only one of them. */
function checkTransport(server: TomlTable, path: readonly string[]): PathProblem | undefined {
  const transport = ["command", "url"].find((key) => server.has(key));
  if (transport === undefined) return { kind: "missingField", fields: ["command", "url"], path };
  const unsupported = ["bearer_token", ...(transport === "command" ? onlyWithUrl : onlyWithCommand)].find(
    (key) => server.has(key),
  );
  return unsupported === undefined
    ? undefined
    : { kind: "unsupportedField", other: transport, path: [...path, unsupported] };
}
