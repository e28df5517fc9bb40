import { definedProviders, type RefusedFault, textAt } from "../faults/index.js";
import type { MappedText, TextEdit } from "../text/index.js";
import { findKeys, locateSegments, replaceValue } from "../toml/index.js";
import { missingHomeFixes } from "./codex-home.js";
import { defineProvider, setProviderKey } from "./config-file.js";
import { defineProviderFixes, selectProviderFixes } from "./fix-targets.js";
import { allEdits, type Fix, type FixContext } from "./fix.js";
import { envKeyFixes, unusableAddressFixes } from "./fixes.js";
import { selectionLine } from "./provider-block.js";
import { removeDuplicate } from "./remove-duplicate.js";

/** The fixes of a configuration that Codex does not load, or cannot send requests with. */
export function refusalFixes({ reason }: RefusedFault, context: FixContext): readonly Fix[] {
  switch (reason.kind) {
    case "missingHome":
      return missingHomeFixes(context);
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

/** The fix of a `supports_websockets` with the wrong type, such as `"false"`. */
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

/** Renames a provider in its definition and its selection, and selects it if there is no selection. */
export function renameProvider(
  config: MappedText,
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  const { text } = config;
  if (definedProviders(text).includes(to)) return undefined;
  const definitions = locateSegments(text, ["model_providers", from]).map(({ start, end }) =>
    config.edit(start, end, to),
  );
  const selections = findKeys(text, "model_provider").filter(({ path }) => path.length === 1);
  const selected =
    selections.length === 0
      ? [config.edit(0, 0, selectionLine(to))]
      : selections
          .filter(({ path }) => textAt(text, path) === from)
          .map((key) => replaceValue(config, key, JSON.stringify(to)));
  return allEdits([...definitions, ...selected]);
}
