import { valueAt } from "../../toml/index.js";
import { locationOf, type Configuration, type KeyLocation } from "../configuration/index.js";
import { hasChange, knowsSecondWebsocketFlag, usesWebsocketsByDefault } from "../releases/index.js";
import { endpointOf } from "./endpoint.js";
import { readNonBlankVariable, type Environment } from "./environment.js";
import type { BaseUrl, Provider } from "./provider.js";
import type { OutcomeResult } from "./reason.js";
import type { Profile, Selection } from "./selection.js";

/** Everything that decides where Codex sends its requests, and how. */
export interface Connection {
  readonly provider: Provider;
  readonly selection: Selection;
  readonly configuration: Configuration;
  readonly environment: Environment;
  readonly profile: Profile | undefined;
  readonly release: string;
  /** A base URL that counts as the proxy's, whatever its host. */
  readonly proxyBaseUrl: string | undefined;
  /** The hosts of AWF's API proxy. */
  readonly proxyHosts: readonly string[];
}

/** Decides where the first request of a run goes, and how. */
export function connect(connection: Connection): OutcomeResult {
  const { id: provider, baseUrl, envKey } = connection.provider;
  if (envKey !== undefined && readNonBlankVariable(connection.environment, envKey.variable) === undefined) {
    const { location, variable } = envKey;
    return {
      outcome: "refused",
      reason: { kind: "missingEnvironmentVariable", provider, variable, ...location },
    };
  }
  if (baseUrl === undefined) return withoutBaseUrl(connection);
  const { location, value } = baseUrl;
  const endpoint = endpointOf(value, connection.proxyBaseUrl, connection.proxyHosts);
  switch (endpoint.kind) {
    case "openai":
      return { outcome: "direct", reason: { kind: "openAiBaseUrl", provider, baseUrl: value, ...location } };
    case "unusable": {
      const { problem } = endpoint;
      return {
        outcome: "refused",
        reason: { kind: "unusableBaseUrl", provider, baseUrl: value, problem, ...location },
      };
    }
    case "proxy":
      return connection.provider.isBuiltInOpenAi
        ? openAiAtProxy(connection, baseUrl)
        : atProxy(connection, value);
  }
}

function withoutBaseUrl({ provider, selection, configuration }: Connection): OutcomeResult {
  if (provider.isBuiltInOpenAi) {
    return { outcome: "direct", reason: { kind: "builtInProvider", provider: "openai", selection } };
  }
  const location = locationOf(configuration, ["model_providers", provider.id]);
  return {
    outcome: "direct",
    reason: { kind: "missingBaseUrl", provider: provider.id, selection, ...location },
  };
}

function openAiAtProxy(connection: Connection, { location, value }: BaseUrl): OutcomeResult {
  const { configuration, profile, release, selection } = connection;
  const provider = "openai";
  const feature = websocketsNeedFeature(release)
    ? websocketFeature(configuration, profile, release)
    : undefined;
  if (feature !== undefined) {
    return {
      outcome: "websocket",
      reason: { kind: "websocketFeature", provider, baseUrl: value, ...feature },
    };
  }
  const reason =
    location.source === "file" || location.source === "commandLine"
      ? ({ kind: "openAiBaseUrlKey", provider, baseUrl: value, ...location } as const)
      : ({
          kind: "environmentBaseUrl",
          provider,
          variable: "OPENAI_BASE_URL",
          baseUrl: value,
          selection,
        } as const);
  return websocketsNeedFeature(release) ? { outcome: "proxied", reason } : { outcome: "websocket", reason };
}

function atProxy(connection: Connection, baseUrl: string): OutcomeResult {
  const { provider, selection, configuration, profile, release } = connection;
  const { id, supportsWebsockets } = provider;
  const usesWebsockets =
    supportsWebsockets &&
    (!websocketsNeedFeature(release) || websocketFeature(configuration, profile, release) !== undefined);
  if (!usesWebsockets) {
    return { outcome: "proxied", reason: { kind: "customProvider", provider: id, baseUrl, selection } };
  }
  const location = locationOf(configuration, ["model_providers", id, "supports_websockets"]);
  return { outcome: "websocket", reason: { kind: "supportsWebsockets", provider: id, baseUrl, ...location } };
}

/** Measured: up to 0.115, a provider that supports WebSockets uses them only with a feature flag. */
function websocketsNeedFeature(release: string): boolean {
  return !hasChange(release, usesWebsocketsByDefault);
}

/** The feature flag that enables WebSockets in releases up to 0.115; `undefined` if none is on. */
function websocketFeature(
  configuration: Configuration,
  profile: Profile | undefined,
  release: string,
): (KeyLocation & { readonly feature: string }) | undefined {
  const features = hasChange(release, knowsSecondWebsocketFlag)
    ? ["responses_websockets", "responses_websockets_v2"]
    : ["responses_websockets"];
  const tables = profile === undefined ? [["features"]] : [[...profile.path, "features"], ["features"]];
  for (const feature of features) {
    const path = tables
      .map((table) => [...table, feature])
      .find((one) => valueAt(configuration.table, one) !== undefined);
    if (path !== undefined && valueAt(configuration.table, path) === true) {
      return { ...locationOf(configuration, path), feature };
    }
  }
  return undefined;
}
