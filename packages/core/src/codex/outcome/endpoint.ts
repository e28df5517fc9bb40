/** The destination of requests to a base URL. */
export type Endpoint =
  | { readonly kind: "proxy" }
  | { readonly kind: "openai" }
  | { readonly kind: "unusable"; readonly problem: BaseUrlProblem };

/**
 * Why requests to a base URL fail. `shellVariable`: it contains a `$` that nothing expands; `otherHost` and
 * `otherPort`: neither AWF's API proxy nor OpenAI; `tls`: the proxy speaks plain HTTP; `query`: Codex would append
 * `/responses` after a `?` or `#`.
 */
export type BaseUrlProblem =
  | "empty"
  | "shellVariable"
  | "noScheme"
  | "unsupportedScheme"
  | "malformed"
  | "otherHost"
  | "otherPort"
  | "tls"
  | "query";

interface ParsedUrl {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly search: string;
  readonly hash: string;
}

// Available in every browser and in Node.js; parses URLs as Codex does (WHATWG).
declare const URL: { canParse(text: string): boolean; new (text: string): ParsedUrl };

/** The address of AWF's API proxy. */
export const PROXY_HOST = "172.30.0.30";
/** 10002 is the port for models that start with `copilot/`. */
const proxyPorts = ["10000", "10002"];
const openaiHost = "api.openai.com";

/** The destination of requests to `baseUrl`. */
export function endpointOf(
  baseUrl: string,
  proxyBaseUrl: string | undefined,
  proxyHosts: readonly string[],
): Endpoint {
  if (baseUrl === proxyBaseUrl) return { kind: "proxy" };
  const problem = problemOf(baseUrl, proxyHosts);
  if (problem === "openai") return { kind: "openai" };
  if (problem === undefined) return { kind: "proxy" };
  return { kind: "unusable", problem: baseUrl.includes("$") ? "shellVariable" : problem };
}

function problemOf(baseUrl: string, proxyHosts: readonly string[]): BaseUrlProblem | "openai" | undefined {
  if (baseUrl.trim() === "") return "empty";
  if (!/^\s*[a-z][a-z\d+.-]*:/iu.test(baseUrl)) return "noScheme";
  // Codex appends this path to the base URL.
  const requestUrl = `${baseUrl}/responses`;
  if (!URL.canParse(requestUrl)) return "malformed";
  const { protocol, hostname, port, search, hash } = new URL(requestUrl);
  if (protocol !== "http:" && protocol !== "https:") {
    return baseUrl.includes("://") ? "unsupportedScheme" : "noScheme";
  }
  if (hostname === openaiHost || hostname.endsWith(`.${openaiHost}`)) return "openai";
  if (!proxyHosts.includes(hostname)) return "otherHost";
  if (!proxyPorts.includes(port)) return "otherPort";
  if (protocol === "https:") return "tls";
  return search === "" && hash === "" ? undefined : "query";
}
