import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from "yaml";
import type { MappedText, TextEdit } from "../text/index.js";
import { providerKeys, type Provider } from "./provider-block.js";

/**
 * Defines and selects the provider in the `defaults` of `GH_AW_CODEX_CONFIG_JSON`. Keys that are there
 * already are left alone, so that what the JSON says otherwise still shows when it is judged again.
 */
export function insertIntoDefaults(json: MappedText, provider: Provider): readonly TextEdit[] | undefined {
  // JSON is YAML, and this parser tells where things stand.
  const document = parseDocument(json.text, { keepSourceTokens: false });
  const defaults = mapAt(document.contents, "defaults");
  if (!defaults) return undefined;
  const table = JSON.stringify(Object.fromEntries(providerKeys(provider)));
  const definition = `${JSON.stringify(provider.id)}:${table}`;
  const providers = mapAt(defaults, "model_providers");
  const selection = defaults.has("model_provider") ? [] : [`"model_provider":${JSON.stringify(provider.id)}`];
  if (providers)
    return all([insertEntries(json, defaults, selection), insertEntries(json, providers, [definition])]);
  return all([insertEntries(json, defaults, [...selection, `"model_providers":{${definition}}`])]);
}

/** Selects, in `defaults`, a provider that is defined already. */
export function selectInDefaults(json: MappedText, providerId: string): readonly TextEdit[] | undefined {
  const defaults = mapAt(parseDocument(json.text, { keepSourceTokens: false }).contents, "defaults");
  if (!defaults || defaults.has("model_provider")) return undefined;
  return all([insertEntries(json, defaults, [`"model_provider":${JSON.stringify(providerId)}`])]);
}

/** Takes a key out of `defaults`, with the comma beside it. */
export function removeFromDefaults(
  json: MappedText,
  path: readonly string[],
): readonly TextEdit[] | undefined {
  const { contents } = parseDocument(json.text, { keepSourceTokens: false });
  const map = path
    .slice(0, -1)
    .reduce<YAMLMap | undefined>((table, key) => mapAt(table, key), mapAt(contents, "defaults"));
  const index = map?.items.findIndex(({ key }) => isScalar(key) && key.value === path.at(-1)) ?? -1;
  const ranges = map?.items.map(({ key, value }) => [rangeOf(key)?.[0], rangeOf(value)?.[1]] as const) ?? [];
  const [start, end] = ranges[index] ?? [];
  const next = ranges[index + 1]?.[0];
  const before = ranges[index - 1]?.[1];
  if (start === undefined || end === undefined) return undefined;
  return all([json.edit(next === undefined ? (before ?? start) : start, next ?? end, "")]);
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return isNode(node) ? (node.range ?? undefined) : undefined;
}

function mapAt(node: unknown, key: string): YAMLMap | undefined {
  const value = isMap(node) ? node.get(key, true) : undefined;
  return isMap(value) ? value : undefined;
}

/** At the start of an object. */
function insertEntries(
  json: MappedText,
  map: YAMLMap,
  entries: readonly string[],
): TextEdit | undefined | null {
  if (entries.length === 0) return null;
  const start = map.range?.[0];
  if (start === undefined || json.text[start] !== "{") return undefined;
  const text = entries.join(",") + (map.items.length > 0 ? "," : "");
  return json.edit(start + 1, start + 1, text);
}

function all(edits: readonly (TextEdit | undefined | null)[]): readonly TextEdit[] | undefined {
  if (edits.includes(undefined)) return undefined;
  return edits.filter((edit) => edit !== undefined && edit !== null);
}
