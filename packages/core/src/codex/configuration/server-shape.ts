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
  type PathProblem,
  type Shape,
} from "./shape.js";
import type { TomlTable } from "../../toml/index.js";

const approval = changed(
  oneOf("auto", "prompt", "approve"),
  "0.145.0",
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
      required: since("0.101.0", flag),
      enabled_tools: textList,
      disabled_tools: textList,
      scopes: textList,
      oauth: since("0.131.0", table({ client_id: text })),
      oauth_resource: since("0.107.0", text),
      name: since("0.118.0", text),
      tools: since("0.118.0", mapOf(table({ approval_mode: approval }))),
      supports_parallel_tool_calls: since("0.121.0", flag),
      default_tools_approval_mode: since("0.122.0", approval),
    },
    checkTransport,
  ),
);

const onlyWithCommand = ["args", "env", "env_vars", "cwd"];
const onlyWithUrl = ["url", "bearer_token_env_var", "http_headers", "env_http_headers"];

/** A server is started by a `command` or reached at a `url`, and each has fields of its own. */
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
