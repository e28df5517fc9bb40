import type { RefusedFault } from "../faults/index.js";
import { definedProviders } from "../faults/index.js";
import { unusableAddressRepairs } from "./address-repairs.js";
import { defineProviderRepairs, selectProviderRepairs } from "./carriers.js";
import { defineProvider, setProviderKey } from "./config-file.js";
import { envKeyRepairs } from "./env-key-repairs.js";
import { removeDuplicate } from "./remove-duplicate.js";
import { renameProvider } from "./rename-provider.js";
import type { Repair, RepairContext } from "./repair.js";

/** The repairs of a configuration that Codex does not load or cannot send with. */
export function refusalRepairs({ reason }: RefusedFault, context: RepairContext): readonly Repair[] {
  switch (reason.kind) {
    case "duplicateKey":
      return duplicateRepairs(reason.offset, context);
    case "reservedProvider":
      return renameRepairs(reason.provider, context);
    case "undefinedProvider":
      return undefinedRepairs(reason.provider, context);
    case "missingName":
    case "emptyName":
      return [setKey(context, reason.provider, "name", JSON.stringify(context.provider.name))];
    case "chatWireApi":
      return [setKey(context, reason.provider, "wire_api", '"responses"')];
    case "wrongType":
      return websocketsType(reason.path, context);
    case "missingEnvironmentVariable":
      return envKeyRepairs(reason.provider, reason.variable, context);
    case "unusableBaseUrl":
      return unusableAddressRepairs(reason, context);
    default:
      return [];
  }
}

function setKey({ config }: RepairContext, providerId: string, key: string, value: string): Repair {
  return {
    choice: undefined,
    edits: () => config && setProviderKey(config.text, providerId, key, value),
  };
}

/** `supports_websockets = "false"` and the like. */
function websocketsType(path: readonly string[], context: RepairContext): readonly Repair[] {
  const [, provider, key] = path;
  return key === "supports_websockets" && provider !== undefined
    ? [setKey(context, provider, key, "false")]
    : [];
}

function duplicateRepairs(offset: number, { config }: RepairContext): readonly Repair[] {
  const removal = config && removeDuplicate(config.text, offset);
  return removal
    ? [{ choice: removal.isSame ? undefined : "Remove the second one.", edits: () => removal.edits }]
    : [];
}

function renameRepairs(providerId: string, { config, provider }: RepairContext): readonly Repair[] {
  return [{ choice: undefined, edits: () => config && renameProvider(config.text, providerId, provider.id) }];
}

function undefinedRepairs(providerId: string, context: RepairContext): readonly Repair[] {
  const { config, provider } = context;
  if (!config || !/^[\w-]+$/.test(providerId)) return defineProviderRepairs(context);
  const others = definedProviders(config.text.text);
  const define: Repair = {
    choice: others.length === 0 ? undefined : `Define model provider \`${providerId}\`.`,
    edits: () => defineProvider(config.text, { ...provider, id: providerId }),
  };
  return [...others.flatMap((id) => selectProviderRepairs(context, id, false)), define];
}
