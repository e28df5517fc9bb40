import {
  locationOf,
  tableAt,
  textAt,
  type BaseUrlLocation,
  type Configuration,
  type KeyLocation,
} from "../configuration/index.js";
import { readNonBlankVariable, readVariable, type Environment } from "./environment.js";
import {
  hasBedrockRuntime,
  hasChange,
  ignoresOpenAiBaseUrl,
  readsOpenAiBaseUrlKey,
  requiresProviderNames,
  usesBlankBaseUrl,
} from "../releases/index.js";

/** A base URL, and where it is set. */
export interface BaseUrl {
  readonly location: BaseUrlLocation;
  readonly value: string;
}

/** A provider with its effective settings. */
export interface Provider {
  readonly id: string;
  /** Whether it is Codex's own `openai`. */
  readonly isBuiltInOpenAi: boolean;
  /** `undefined` if Codex connects to api.openai.com. */
  readonly baseUrl: BaseUrl | undefined;
  /** The variable that `env_key` names, and where `env_key` is set. */
  readonly envKey: { readonly location: KeyLocation; readonly variable: string } | undefined;
  readonly supportsWebsockets: boolean;
}

/** The provider with that id; a built-in one takes precedence over one of the file. `undefined` if there is none. */
export function findProvider(
  id: string,
  configuration: Configuration,
  environment: Environment,
  release: string,
): Provider | undefined {
  switch (id) {
    case "openai":
      return builtInOpenAi(configuration, environment, release);
    case "ollama":
      return localProvider(id, 11_434, environment);
    case "lmstudio":
      return localProvider(id, 1_234, environment);
    case "amazon-bedrock":
      return hasChange(release, requiresProviderNames) ? bedrock(id) : configured(id, configuration);
    case "amazon-bedrock-runtime":
      return hasChange(release, hasBedrockRuntime) ? bedrock(id) : configured(id, configuration);
    default:
      return configured(id, configuration);
  }
}

function builtInOpenAi(configuration: Configuration, environment: Environment, release: string): Provider {
  return {
    id: "openai",
    isBuiltInOpenAi: true,
    baseUrl: openAiBaseUrl(configuration, environment, release),
    envKey: undefined,
    supportsWebsockets: true,
  };
}

/** The root key `openai_base_url` takes precedence over the variable (measured, 0.115 and 0.118). */
function openAiBaseUrl(
  configuration: Configuration,
  environment: Environment,
  release: string,
): BaseUrl | undefined {
  const path = ["openai_base_url"];
  const key = hasChange(release, readsOpenAiBaseUrlKey) ? textAt(configuration, path) : undefined;
  if (key !== undefined && key !== "") return { location: locationOf(configuration, path), value: key };
  if (hasChange(release, ignoresOpenAiBaseUrl)) return undefined;
  const variable = "OPENAI_BASE_URL";
  const read = hasChange(release, usesBlankBaseUrl) ? readVariable : readNonBlankVariable;
  const value = read(environment, variable);
  return value === undefined ? undefined : { location: { source: "environment", variable }, value };
}

function localProvider(id: string, defaultPort: number, environment: Environment): Provider {
  const value = readNonBlankVariable(environment, "CODEX_OSS_BASE_URL");
  const port = readNonBlankVariable(environment, "CODEX_OSS_PORT") ?? String(defaultPort);
  return {
    id,
    isBuiltInOpenAi: false,
    baseUrl:
      value === undefined
        ? { location: { source: "builtIn" }, value: `http://localhost:${port}/v1` }
        : { location: { source: "environment", variable: "CODEX_OSS_BASE_URL" }, value },
    envKey: undefined,
    supportsWebsockets: false,
  };
}

/** Ignores a `base_url` of the file: without an AWS region, Codex stops before it sends a request (measured). */
function bedrock(id: string): Provider {
  return {
    id,
    isBuiltInOpenAi: false,
    baseUrl: { location: { source: "builtIn" }, value: "https://bedrock-mantle.us-east-1.api.aws/v1" },
    envKey: undefined,
    supportsWebsockets: false,
  };
}

function configured(id: string, configuration: Configuration): Provider | undefined {
  const path = ["model_providers", id];
  const table = tableAt(configuration, path);
  if (table === undefined) return undefined;
  const location = (key: string): KeyLocation => locationOf(configuration, [...path, key]);
  const baseUrl = textAt(configuration, [...path, "base_url"]);
  const envKey = textAt(configuration, [...path, "env_key"]);
  return {
    id,
    isBuiltInOpenAi: false,
    baseUrl: baseUrl === undefined ? undefined : { location: location("base_url"), value: baseUrl },
    envKey: envKey === undefined ? undefined : { location: location("env_key"), variable: envKey },
    supportsWebsockets: table.get("supports_websockets") === true,
  };
}
