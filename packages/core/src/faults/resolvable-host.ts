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
