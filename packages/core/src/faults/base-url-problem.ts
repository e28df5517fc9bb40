import { type ProxyPort, proxyPortAt } from "../awf/index.js";
import type { RefusedReason } from "../codex/outcome/index.js";
import { portOf } from "./served-port.js";

type UnusableBaseUrl = Extract<RefusedReason, { readonly kind: "unusableBaseUrl" }>;

/** Why nothing answers at a base URL: what follows "it". */
export function baseUrlProblem(reason: UnusableBaseUrl): string {
  switch (reason.problem) {
    case "empty":
      return "is empty";
    case "shellVariable":
      return "holds a `$` that nothing expands";
    case "noScheme":
      return "does not begin with `http://`";
    case "unsupportedScheme":
      return "is not an address of HTTP";
    case "malformed":
      return "is not a URL";
    case "otherHost":
      return "names a host that AWF's container cannot reach";
    case "otherPort":
      return otherPort(reason);
    case "tls":
      return "begins with `https://`, and AWF's API proxy speaks plain HTTP";
    case "query":
      return "has a `?` or `#`, behind which Codex puts its path";
  }
}

/** AWF's proxy has a port for each vendor, and serves only those whose key it holds. */
function otherPort(reason: UnusableBaseUrl): string {
  const vendor = vendorAt(reason);
  if (vendor) return `has port ${vendor.port}, which is ${vendor.vendor}'s`;
  const port = /:(\d+)(?:\/|$)/.exec(reason.baseUrl.trim())?.[1];
  return port === undefined ? "names no port" : `has port ${port}, at which AWF's API proxy does not listen`;
}

/** The vendor at whose port of AWF's proxy a base URL ends up. */
export function vendorAt({ baseUrl, problem }: UnusableBaseUrl): ProxyPort | undefined {
  return problem === "otherPort" ? proxyPortAt(portOf(baseUrl)) : undefined;
}

/**
 * Whether a container behind AWF may find the host of a base URL: it has a name with a domain, and the firewall
 * decides. A bare name is one of Docker's, whose requests go to Squid, which refuses them, and no other address of
 * AWF's network answers. `host.docker.internal` is the runner, to which AWF may give access.
 */
export function mayBeReachable(baseUrl: string): boolean {
  const host = baseUrl.replace(/^\s*https?:\/*(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)[^]*/i, "$1").toLowerCase();
  const domain = host.slice(host.lastIndexOf(".") + 1);
  return host.includes(".") && /^[a-z]/.test(domain) && !LOCAL_DOMAINS.includes(domain);
}

/** Domains that only the runner's own network knows. */
const LOCAL_DOMAINS: readonly string[] = ["local", "localhost", "test"];
