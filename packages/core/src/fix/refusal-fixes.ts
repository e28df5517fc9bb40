import type { RefusedFault } from "../faults/index.js";
import { definedProviders } from "../faults/index.js";
import { unusableAddressFixes } from "./address-fixes.js";
import { defineProviderFixes, selectProviderFixes } from "./fix-targets.js";
import { defineProvider, setProviderKey } from "./config-file.js";
import { envKeyFixes } from "./env-key-fixes.js";
import { removeDuplicate } from "./remove-duplicate.js";
import { renameProvider } from "./rename-provider.js";
import type { Fix, FixContext } from "./fix.js";

/** The fixes of a configuration that Codex does not load or cannot send with. */
export function refusalFixes({ reason }: RefusedFault, context: FixContext): readonly Fix[] {
  switch (reason.kind) {
    case "duplicateKey":
      return duplicateFixes(reason.offset, context);
    case "reservedProvider":
      return renameFixes(reason.provider, context);
    case "undefinedProvider":
      return undefinedFixes(reason.provider, context);
    case "missingName":
    case "emptyName":
      return [setKey(context, reason.provider, "name", JSON.stringify(context.provider.name))];
    case "chatWireApi":
      return [setKey(context, reason.provider, "wire_api", '"responses"')];
    case "wrongType":
      return websocketsType(reason.path, context);
    case "missingEnvironmentVariable":
      return envKeyFixes(reason.provider, reason.variable, context);
    case "unusableBaseUrl":
      return unusableAddressFixes(reason, context);
    default:
      return [];
  }
}

function setKey({ config }: FixContext, providerId: string, key: string, value: string): Fix {
  return {
    suggestionTitle: undefined,
    edits: () => config && setProviderKey(config.text, providerId, key, value),
  };
}

/** `supports_websockets = "false"` and the like. */
function websocketsType(path: readonly string[], context: FixContext): readonly Fix[] {
  const [, provider, key] = path;
  return key === "supports_websockets" && provider !== undefined
    ? [setKey(context, provider, key, "false")]
    : [];
}

function duplicateFixes(offset: number, { config }: FixContext): readonly Fix[] {
  const removal = config && removeDuplicate(config.text, offset);
  return removal
    ? [{ suggestionTitle: removal.isSame ? undefined : "Remove the second one.", edits: () => removal.edits }]
    : [];
}

function renameFixes(providerId: string, { config, provider }: FixContext): readonly Fix[] {
  return [
    {
      suggestionTitle: undefined,
      edits: () => config && renameProvider(config.text, providerId, provider.id),
    },
  ];
}

function undefinedFixes(providerId: string, context: FixContext): readonly Fix[] {
  const { config, provider } = context;
  if (!config || !/^[\w-]+$/.test(providerId)) return defineProviderFixes(context);
  const others = definedProviders(config.text.text);
  const define: Fix = {
    suggestionTitle: others.length === 0 ? undefined : `Define model provider \`${providerId}\`.`,
    edits: () => defineProvider(config.text, { ...provider, id: providerId }),
  };
  return [...others.flatMap((id) => selectProviderFixes(context, id, false)), define];
}
