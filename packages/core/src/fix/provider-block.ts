import { OPENAI_PORT } from "../awf/index.js";
import { needsVersionPath, servedPort } from "../faults/index.js";
import { certainVariables, type CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";

/** The provider that gh-aw #27710 adds to Codex's configuration. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  /** The variable that holds the key; `undefined` if the container has none. */
  readonly envKey: string | undefined;
}

const KEY_VARIABLE = "OPENAI_API_KEY";

/** The provider that a run needs to reach the proxy of its version of AWF; an unknown version counts as new. */
export function providerFor(run: CodexRun, options: DiagnoseOptions): Provider {
  return {
    id: options.providerId ?? "openai-proxy",
    name: options.providerName ?? "OpenAI AWF proxy",
    baseUrl: options.baseUrl ?? proxyAddress(run),
    envKey: envKey(run, options.envKey),
  };
}

function proxyAddress(run: CodexRun): string {
  const port = servedPort(run, "")?.port ?? OPENAI_PORT;
  return `http://172.30.0.30:${port}${needsVersionPath(run) ? "/v1" : ""}`;
}

function envKey(run: CodexRun, option: string | false | undefined): string | undefined {
  if (option !== undefined) return option === false ? undefined : option;
  return certainVariables(run).has(KEY_VARIABLE) ? KEY_VARIABLE : undefined;
}

/** The provider's keys and values, in gh-aw's order. */
export function providerKeys(provider: Provider): readonly (readonly [key: string, value: string | false])[] {
  return [
    ["name", provider.name],
    ["base_url", provider.baseUrl],
    ...(provider.envKey === undefined ? [] : [["env_key", provider.envKey] as const]),
    ["supports_websockets", false],
  ];
}

/** The TOML table of the provider; each line ends with a line feed. */
export function providerTable(provider: Provider): string {
  const keys = providerKeys(provider).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  return `[model_providers.${provider.id}]\n${keys.join("")}`;
}

/** The TOML line that selects a provider, with its line feed. */
export function selectionLine(providerId: string): string {
  return `model_provider = ${JSON.stringify(providerId)}\n`;
}
