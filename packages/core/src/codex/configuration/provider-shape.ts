import { count, flag, mapOf, oneOf, since, table, text, textList, textMap, type Shape } from "./shape.js";
import { checkProviders } from "./provider-rules.js";
import { hasChange, requiresProviderNames } from "../releases/index.js";

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

/** `[model_providers]`: every table under it is checked, whether it is selected or not. */
export const providersShape: Shape = mapOf(
  table(
    {
      name: text,
      base_url: text,
      env_key: text,
      env_key_instructions: text,
      experimental_bearer_token: text,
      auth: since("0.118.0", auth),
      aws: since("0.123.0", aws),
      wire_api: oneOf("responses"),
      query_params: textMap,
      http_headers: textMap,
      env_http_headers: textMap,
      request_max_retries: count,
      stream_max_retries: count,
      stream_idle_timeout_ms: count,
      websocket_connect_timeout_ms: since("0.116.0", count),
      requires_openai_auth: flag,
      supports_websockets: flag,
    },
    // Measured: a field that must be there up to 0.122; from 0.123 a check of its own, with the ids.
    (table, path, release) => {
      const provider = path.at(-1);
      return provider === undefined || table.has("name") || hasChange(release, requiresProviderNames)
        ? undefined
        : { kind: "missingName", provider, path };
    },
  ),
  checkProviders,
);
