import { isMap, isScalar, parseDocument, type ParsedNode, type YAMLMap } from "yaml";
import type { MappedText, TextEdit } from "../text/index.js";
import { allEdits } from "./fix.js";
import { providerKeys, type Provider } from "./provider-block.js";

/** Edits of the text of `GH_AW_CODEX_CONFIG_JSON`; `undefined` if it cannot be edited that way. */
type JsonEdits = readonly TextEdit[] | undefined;

/** Defines and selects the provider in `defaults`, if they select none. */
export function insertIntoDefaults(json: MappedText, provider: Provider): JsonEdits {
  const defaults = unselectedDefaults(json);
  if (!defaults) return undefined;
  const table = JSON.stringify(Object.fromEntries(providerKeys(provider)));
  const definition = `${JSON.stringify(provider.id)}:${table}`;
  const providers = objectAt(defaults, "model_providers");
  return providers
    ? allEdits([
        insertEntries(json, defaults, [selection(provider.id)]),
        insertEntries(json, providers, [definition]),
      ])
    : allEdits([
        insertEntries(json, defaults, [selection(provider.id), `"model_providers":{${definition}}`]),
      ]);
}

/** Selects a defined provider in `defaults`, if they select none. */
export function selectInDefaults(json: MappedText, providerId: string): JsonEdits {
  const defaults = unselectedDefaults(json);
  return defaults && allEdits([insertEntries(json, defaults, [selection(providerId)])]);
}

/** Removes a key of a table of `defaults`, with the comma next to it. */
export function removeFromDefaults(json: MappedText, table: readonly string[], name: string): JsonEdits {
  const object = table.reduce(objectAt, defaultsOf(json));
  if (!object) return undefined;
  const starts = object.items.map(({ key }) => key.range[0]);
  const index = object.items.findIndex(({ key }) => isNamed(key, name));
  const start = starts[index];
  if (start === undefined) return undefined;
  const next = starts[index + 1];
  if (next !== undefined) return allEdits([json.edit(start, next, "")]);
  const comma = json.text.lastIndexOf(",", start);
  return allEdits([json.edit(index === 0 ? start : comma, object.range[1] - 1, "")]);
}

/**
 * The `defaults`; `undefined` if they select a provider already. Other parts of the JSON are judged again after the
 * edit.
 */
function unselectedDefaults(json: MappedText): YAMLMap.Parsed | undefined {
  const defaults = defaultsOf(json);
  return defaults?.has("model_provider") ? undefined : defaults;
}

function defaultsOf(json: MappedText): YAMLMap.Parsed | undefined {
  // JSON is YAML, and this parser gives positions.
  const { contents } = parseDocument(json.text);
  return objectAt(contents, "defaults");
}

function objectAt(node: ParsedNode | null | undefined, name: string): YAMLMap.Parsed | undefined {
  if (!isMap(node)) return undefined;
  const value = node.items.find(({ key }) => isNamed(key, name))?.value;
  return isMap(value) ? value : undefined;
}

function isNamed(key: ParsedNode, name: string): boolean {
  return isScalar(key) && key.value === name;
}

function selection(providerId: string): string {
  return `"model_provider":${JSON.stringify(providerId)}`;
}

/** Inserts entries at the start of an object. */
function insertEntries(
  json: MappedText,
  map: YAMLMap.Parsed,
  entries: readonly string[],
): TextEdit | undefined {
  const start = map.range[0] + 1;
  return json.edit(start, start, entries.join(",") + (map.items.length > 0 ? "," : ""));
}
