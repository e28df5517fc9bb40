import { isTable, type TomlTable } from "../../toml/index.js";
import {
  hasBedrockRuntime,
  hasChange,
  readsProviderAuth,
  rejectsReservedProviders,
  requiresProviderNames,
} from "../releases/index.js";
import type { PathProblem } from "./key-problem.js";
import { builtInIds, isBedrock } from "./reserved-providers.js";
import { count, flag, mapOf, oneOf, type Shape, since, table, text, textList, textMap } from "./shape.js";

const auth = table(
  {
    command: text,
    args: textList,
    timeout_ms: { kind: "integer", from: 1n },
    refresh_interval_ms: count,
    cwd: text,
  },
  (command, path) =>
    command.has("command") ? undefined : { kind: "missingField", fields: ["command"], path },
);

const aws = table({ profile: text, region: text });

/** `[model_providers]`. Codex checks every provider's table, selected or not. */
export const providersShape: Shape = mapOf(
  table(
    {
      name: text,
      base_url: text,
      env_key: text,
      env_key_instructions: text,
      experimental_bearer_token: text,
      auth: since(readsProviderAuth, auth),
      aws: since(requiresProviderNames, aws),
      wire_api: oneOf("responses"),
      query_params: textMap,
      http_headers: textMap,
      env_http_headers: textMap,
      request_max_retries: count,
      stream_max_retries: count,
      stream_idle_timeout_ms: count,
      websocket_connect_timeout_ms: since("model_providers.websocket_connect_timeout_ms", count),
      requires_openai_auth: flag,
      supports_websockets: flag,
    },
    // Measured: up to 0.122 `name` is a required field; from 0.123 on it is checked together with the ids.
    (table, path, release) => {
      const provider = path.at(-1);
      return provider === undefined || table.has("name") || hasChange(release, requiresProviderNames)
        ? undefined
        : { kind: "missingName", provider, path };
    },
  ),
  checkProviders,
);

/** Checks the ids of providers and combinations of their fields, once each field has the right type. */
export function checkProviders(
  providers: TomlTable,
  path: readonly string[],
  release: string,
): PathProblem | undefined {
  const reserved = [...providers.keys()].find((id) => builtInIds.has(id));
  if (reserved !== undefined && hasChange(release, rejectsReservedProviders)) {
    return { kind: "reservedProvider", provider: reserved, path: [...path, reserved] };
  }
  for (const [id, provider] of providers) {
    const problem =
      isTable(provider) &&
      (isBedrock(id, release)
        ? checkBedrock(provider, [...path, id], release)
        : checkProvider(id, provider, [...path, id], release));
    if (problem) return problem;
  }
  return undefined;
}

function checkProvider(
  id: string,
  provider: TomlTable,
  path: readonly string[],
  release: string,
): PathProblem | undefined {
  if (hasChange(release, requiresProviderNames)) {
    if (provider.has("aws")) return { kind: "unsupportedField", path: [...path, "aws"] };
    const name = provider.get("name");
    if (name === undefined) return { kind: "missingName", provider: id, path };
    if (typeof name === "string" && name.trim() === "") {
      return { kind: "emptyName", provider: id, path: [...path, "name"] };
    }
  }
  return hasChange(release, readsProviderAuth) ? checkAuth(provider, path) : undefined;
}

function checkAuth(provider: TomlTable, path: readonly string[]): PathProblem | undefined {
  const auth = provider.get("auth");
  if (!isTable(auth)) return undefined;
  const command = auth.get("command");
  if (typeof command === "string" && command.trim() === "") {
    return {
      kind: "unknownValue",
      value: command,
      expected: ["a command"],
      path: [...path, "auth", "command"],
    };
  }
  const other = ["env_key", "experimental_bearer_token", "requires_openai_auth"].find(
    (key) => provider.has(key) && provider.get(key) !== false,
  );
  return other === undefined
    ? undefined
    : { kind: "unsupportedField", other: "auth", path: [...path, other] };
}

function checkBedrock(
  provider: TomlTable,
  path: readonly string[],
  release: string,
): PathProblem | undefined {
  const changeable = hasChange(release, hasBedrockRuntime) ? ["base_url", "auth", "http_headers"] : [];
  const fixed = bedrockFields.find(
    (key) => provider.has(key) && !changeable.includes(key) && !isDefault(provider, key),
  );
  return fixed === undefined ? undefined : { kind: "unsupportedField", path: [...path, fixed] };
}

const bedrockFields = [
  "name",
  "base_url",
  "env_key",
  "env_key_instructions",
  "experimental_bearer_token",
  "auth",
  "query_params",
  "http_headers",
  "env_http_headers",
  "request_max_retries",
  "stream_max_retries",
  "stream_idle_timeout_ms",
  "websocket_connect_timeout_ms",
  "requires_openai_auth",
  "supports_websockets",
];

function isDefault(provider: TomlTable, key: string): boolean {
  const value = provider.get(key);
  return value === false || (key === "name" && value === "");
}
