import {
  type AddressFault,
  type DirectFault,
  expandedName,
  type Fault,
  type RefusedFault,
  type WebsocketFault,
} from "../faults/index.js";
import { containerVariables } from "../runs/index.js";
import { codexHomeFixes } from "./codex-home.js";
import { removeFromDefaults } from "./json-defaults.js";
import { moveToRoot, removeProviderKey, setProviderKey } from "./config-file.js";
import { baseUrlFixes, defineProviderFixes, selectProviderFixes } from "./fix-targets.js";
import type { Fix, FixContext } from "./fix.js";
import { refusalFixes } from "./refusal-fixes.js";

/**
 * The candidate fixes of a fault, the best first. The caller has to judge whether one makes the run reach the proxy.
 */
export function fixesFor(fault: Fault, context: FixContext): readonly Fix[] {
  switch (fault.kind) {
    case "websocket":
      return websocketFixes(fault, context);
    case "wrongAddress":
      return addressFixes(fault, context);
    case "refused":
      return refusalFixes(fault, context);
    default:
      return directFixes(fault, context);
  }
}

/** The fixes of a run that connects to api.openai.com. */
export function directFixes(fault: DirectFault, context: FixContext): readonly Fix[] {
  const { config } = context;
  switch (fault.kind) {
    case "noProvider":
      return [...defineProviderFixes(context), ...codexHomeFixes(context)];
    case "misplacedSelection": {
      const move: Fix = {
        suggestionTitle: undefined,
        edits: () => config && moveToRoot(config.text, fault.key),
      };
      return [move, ...selectProviderFixes(context, fault.provider, true)];
    }
    case "notSelected":
      return [fault.provider, ...fault.others].flatMap((id) =>
        selectProviderFixes(context, id, fault.others.length === 0),
      );
    case "baseUrlMissing":
    case "baseUrlDirect":
      return fault.provider === "openai"
        ? defineProviderFixes(context)
        : baseUrlFixes(context, fault.provider, true);
  }
}

/** The fixes of a run that tries a WebSocket at the proxy. */
export function websocketFixes({ reason }: WebsocketFault, context: FixContext): readonly Fix[] {
  if (reason.kind !== "supportsWebsockets") return defineProviderFixes(context);
  const { config } = context;
  const { provider } = reason;
  return [
    {
      suggestionTitle: undefined,
      edits: () => config && setProviderKey(config.text, provider, "supports_websockets", "false"),
    },
  ];
}

/** The fixes of an address where AWF's proxy does not answer the run. */
export function addressFixes(fault: AddressFault, context: FixContext): readonly Fix[] {
  const { provider } = context;
  // While the proxy is off, none of its addresses works.
  if (fault.reason.kind === "proxyOff") return [];
  return setAddress(fault.reason.provider, true, {
    ...context,
    provider: { ...provider, baseUrl: fittingAddress(fault, provider.baseUrl) },
  });
}

/** The fixes of an address where nothing answers. */
export function unusableAddressFixes(
  { provider, problem, baseUrl }: Extract<RefusedFault["reason"], { readonly kind: "unusableBaseUrl" }>,
  context: FixContext,
): readonly Fix[] {
  // Another host may be the user's own proxy; `api-proxy` is AWF's name for its proxy.
  const isCertain = problem !== "otherHost" || /^http:\/\/api-proxy(?![\w.-])/.test(baseUrl.trim());
  return setAddress(provider, isCertain, context);
}

/** The address that a run needs, with the port that serves its model. */
export function fittingAddress({ reason }: AddressFault, baseUrl: string): string {
  return reason.kind === "wrongPort" ? baseUrl.replace(/:1000[02]\b/, `:${reason.fitting.port}`) : baseUrl;
}

/** Sets a provider's address. The built-in `openai` gets a provider instead: its root key leaves WebSockets on. */
function setAddress(providerId: string, certain: boolean, context: FixContext): readonly Fix[] {
  return providerId === "openai" ? defineProviderFixes(context) : baseUrlFixes(context, providerId, certain);
}

/** The fixes of an `env_key`: sets the intended name, if the container has that variable, or removes the key. */
export function envKeyFixes(
  providerId: string,
  variable: string,
  { run, config }: FixContext,
): readonly Fix[] {
  const meant = expandedName(variable);
  const name = [...containerVariables(run).keys()].find((known) => known === meant);
  const fixes: Fix[] = [
    {
      suggestionTitle: undefined,
      edits: () => config && removeProviderKey(config.text, providerId, "env_key"),
    },
    {
      suggestionTitle: undefined,
      edits: () =>
        config?.sourceJson &&
        removeFromDefaults(config.sourceJson, ["model_providers", providerId], "env_key"),
    },
  ];
  if (name === undefined) return fixes;
  const correction: Fix = {
    suggestionTitle: undefined,
    edits: () => config && setProviderKey(config.text, providerId, "env_key", JSON.stringify(name)),
  };
  return [correction, ...fixes];
}
