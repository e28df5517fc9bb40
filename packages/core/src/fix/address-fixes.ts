import type { AddressFault, RefusedFault } from "../faults/index.js";
import { baseUrlFixes, defineProviderFixes } from "./fix-targets.js";
import type { Fix, FixContext } from "./fix.js";

/** The fixes of an address at which AWF's proxy has no answer for the run. */
export function addressFixes(fault: AddressFault, context: FixContext): readonly Fix[] {
  const { provider } = context;
  // Where the proxy is off, no address of it helps.
  if (fault.reason.kind === "proxyOff") return [];
  return setAddress(fault.reason.provider, true, {
    ...context,
    provider: { ...provider, baseUrl: fittingAddress(fault, provider.baseUrl) },
  });
}

/** The fixes of an address at which nothing answers. */
export function unusableAddressFixes(
  { provider, problem, baseUrl }: Extract<RefusedFault["reason"], { readonly kind: "unusableBaseUrl" }>,
  context: FixContext,
): readonly Fix[] {
  // Another host may be a proxy of the user's own; `api-proxy` is the name that AWF gives its own.
  const isCertain = problem !== "otherHost" || /^http:\/\/api-proxy(?![\w.-])/.test(baseUrl.trim());
  return setAddress(provider, isCertain, context);
}

/** The address that a run needs: with the port that fits its model, which the configuration may name. */
export function fittingAddress({ reason }: AddressFault, baseUrl: string): string {
  return reason.kind === "unfitPort" ? baseUrl.replace(/:1000[02]\b/, `:${reason.fitting.port}`) : baseUrl;
}

/** Codex's own provider takes its address from a root key, which leaves WebSockets on. */
function setAddress(providerId: string, certain: boolean, context: FixContext): readonly Fix[] {
  return providerId === "openai" ? defineProviderFixes(context) : baseUrlFixes(context, providerId, certain);
}
