import { type ProxyPort, proxyPortAt } from "../awf/index.js";
import type { RefusedReason } from "../codex/outcome/index.js";
import { portOf } from "./served-port.js";

type UnusableBaseUrl = Extract<RefusedReason, { readonly kind: "unusableBaseUrl" }>;

/** Why nothing answers at a base URL, as a predicate: the words after "it". */
export function baseUrlProblem(reason: UnusableBaseUrl): string {
  switch (reason.problem) {
    case "empty":
      return "is empty";
    case "shellVariable":
      return "contains a `$` that nothing expands";
    case "noScheme":
      return "does not begin with `http://`";
    case "unsupportedScheme":
      return "is not an HTTP URL";
    case "malformed":
      return "is not a URL";
    case "otherHost":
      return "names a host that AWF's container cannot reach";
    case "otherPort":
      return otherPort(reason);
    case "tls":
      return "begins with `https://`, but AWF's API proxy speaks plain HTTP";
    case "query":
      return "has a `?` or `#`, after which Codex appends its path";
  }
}

/** AWF's proxy has one port per vendor, and serves only vendors whose key it has. */
function otherPort(reason: UnusableBaseUrl): string {
  const vendor = vendorAt(reason);
  if (vendor) return `uses ${vendor.vendor}'s port, ${vendor.port}`;
  const port = /:(\d+)(?:\/|$)/.exec(reason.baseUrl.trim())?.[1];
  return port === undefined ? "names no port" : `uses port ${port}, on which AWF's API proxy does not listen`;
}

/** The vendor of the port of AWF's proxy that a base URL names, if it is another vendor's. */
export function vendorAt({ baseUrl, problem }: UnusableBaseUrl): ProxyPort | undefined {
  return problem === "otherPort" ? proxyPortAt(portOf(baseUrl)) : undefined;
}

/**
 * Whether AWF's container may reach the host of a base URL: a name with a domain, which the firewall may allow.
 * A bare name is Docker's: its requests go to Squid, which rejects them. No other IP address of AWF's network answers.
 * `host.docker.internal` is the runner, which AWF may allow.
 */
export function mayBeReachable(baseUrl: string): boolean {
  const host = baseUrl.replace(/^\s*https?:\/*(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)[^]*/i, "$1").toLowerCase();
  const domain = host.slice(host.lastIndexOf(".") + 1);
  return host.includes(".") && /^[a-z]/.test(domain) && !LOCAL_DOMAINS.includes(domain);
}

/** Domains that resolve only in the runner's own network. */
const LOCAL_DOMAINS: readonly string[] = ["local", "localhost", "test"];
