/** A port of AWF's API proxy, which has one per vendor. */
export interface ProxyPort {
  readonly port: string;
  readonly vendor: string;
  /** The variables of AWF's own environment that can hold its credential; one is enough. */
  readonly credentials: readonly [string, ...string[]];
  /** The proxy's answer without such a credential, if known. */
  readonly unconfigured: string | undefined;
}

/**
 * The ports, by gh-aw-firewall's `src/commands/resolve-credentials.ts` and `containers/api-proxy/providers`; the
 * answers at 10000 and 10001 were recorded (AWF v0.28.2).
 */
export const proxyPorts: readonly ProxyPort[] = [
  {
    port: "10000",
    vendor: "OpenAI",
    credentials: ["OPENAI_API_KEY"],
    unconfigured: "404 Not Found: OpenAI proxy not configured",
  },
  {
    port: "10001",
    vendor: "Anthropic",
    credentials: ["ANTHROPIC_API_KEY"],
    unconfigured: "403 Forbidden: Credentials for Anthropic (port 10001) are not configured",
  },
  {
    port: "10002",
    vendor: "Copilot",
    credentials: ["COPILOT_GITHUB_TOKEN", "COPILOT_PROVIDER_API_KEY"],
    unconfigured: undefined,
  },
  { port: "10003", vendor: "Gemini", credentials: ["GEMINI_API_KEY"], unconfigured: undefined },
];

/** The port for OpenAI's models. */
export const OPENAI_PORT = "10000";

/** The port for GitHub Copilot's models. */
export const COPILOT_PORT = "10002";

/** The port with that number; `undefined` if the proxy has no such port. */
export function proxyPortAt(port: string | undefined): ProxyPort | undefined {
  return proxyPorts.find((known) => known.port === port);
}
