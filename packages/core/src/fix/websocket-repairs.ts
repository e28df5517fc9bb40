import type { WebsocketFault } from "../faults/index.js";
import { defineProviderRepairs } from "./carriers.js";
import { setProviderKey } from "./config-file.js";
import type { Repair, RepairContext } from "./repair.js";

/** The repairs of a run that tries a WebSocket at the proxy. */
export function websocketRepairs({ reason }: WebsocketFault, context: RepairContext): readonly Repair[] {
  if (reason.kind !== "supportsWebsockets") return defineProviderRepairs(context);
  const { config } = context;
  const { provider } = reason;
  return [
    {
      choice: undefined,
      edits: () => config && setProviderKey(config.text, provider, "supports_websockets", "false"),
    },
  ];
}
