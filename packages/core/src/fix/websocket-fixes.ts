import type { WebsocketFault } from "../faults/index.js";
import { defineProviderFixes } from "./fix-targets.js";
import { setProviderKey } from "./config-file.js";
import type { Fix, FixContext } from "./fix.js";

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
