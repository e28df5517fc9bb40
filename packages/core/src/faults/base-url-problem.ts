import type { RefusedReason } from "../codex/outcome/index.js";

type UnusableBaseUrl = Extract<RefusedReason, { readonly kind: "unusableBaseUrl" }>;

/** Why nothing answers at a base URL: what follows "it". */
export function baseUrlProblem({ baseUrl, problem }: UnusableBaseUrl): string {
  switch (problem) {
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
      return otherPort(baseUrl);
    case "tls":
      return "begins with `https://`, and AWF's API proxy speaks plain HTTP";
    case "query":
      return "has a `?` or `#`, behind which Codex puts its path";
  }
}

/** AWF's proxy has a port for each vendor, and serves only those whose key it holds. */
function otherPort(baseUrl: string): string {
  const port = /:(\d+)(?:\/|$)/.exec(baseUrl.trim())?.[1];
  if (port === undefined) return "names no port";
  return ["10001", "10003", "10004"].includes(port)
    ? `has port ${port}, which is another vendor's`
    : `has port ${port}, at which AWF's API proxy does not listen`;
}
