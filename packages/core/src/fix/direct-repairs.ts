import type { DirectFault } from "../faults/index.js";
import { baseUrlRepairs, defineProviderRepairs, selectProviderRepairs } from "./carriers.js";
import { codexHomeRepairs } from "./codex-home.js";
import { moveToRoot } from "./config-file.js";
import type { Repair, RepairContext } from "./repair.js";

/** The repairs of a run that goes to api.openai.com. */
export function directRepairs(fault: DirectFault, context: RepairContext): readonly Repair[] {
  const { config } = context;
  switch (fault.kind) {
    case "noProvider":
      return [...defineProviderRepairs(context), ...codexHomeRepairs(context)];
    case "misplacedSelection": {
      const move: Repair = {
        choice: undefined,
        edits: () => config && moveToRoot(config.text, fault.key),
      };
      return [move, ...selectProviderRepairs(context, fault.provider, true)];
    }
    case "notSelected":
      return [fault.provider, ...fault.others].flatMap((id) =>
        selectProviderRepairs(context, id, fault.others.length === 0),
      );
    case "baseUrlMissing":
    case "baseUrlDirect":
      return fault.provider === "openai"
        ? defineProviderRepairs(context)
        : baseUrlRepairs(context, fault.provider, true);
  }
}
