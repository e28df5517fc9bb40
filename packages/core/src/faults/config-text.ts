import type { Reason } from "../codex/outcome/index.js";
import type { Span } from "../text/index.js";
import { isTable, locateKey, locateTable, parseToml, valueAt } from "../toml/index.js";

/** The span of a configuration's text that a reason refers to; `undefined` if there is none. */
export function locationOf(text: string, reason: Reason): Span | undefined {
  if ("offset" in reason) return { start: reason.offset, end: endOfWord(text, reason.offset) };
  if ("source" in reason && reason.source === "file") return tableOrKey(text, reason.path);
  if ("selection" in reason && reason.selection.by === "key" && reason.selection.source === "file") {
    return tableOrKey(text, reason.selection.path);
  }
  return undefined;
}

/** The line of a table's header, or else the key at `path`. */
export function tableOrKey(text: string, path: readonly string[]): Span | undefined {
  return locateTable(text, path) ?? locateKey(text, path);
}

function endOfWord(text: string, offset: number): number {
  const length = text.slice(offset).search(/[^\w.-]|$/);
  return Math.min(text.length, offset + Math.max(1, length));
}

/** The index, from 0, of the argument of Codex's command line that a reason refers to. */
export function argumentOf(reason: Reason): number | undefined {
  if ("argument" in reason) return reason.argument;
  return "selection" in reason && "argument" in reason.selection ? reason.selection.argument : undefined;
}

/** The ids of the providers that a config.toml defines, in its order; empty if it is not TOML. */
export function definedProviders(config: string): readonly string[] {
  const parsed = parseToml(config);
  if ("kind" in parsed) return [];
  const providers = valueAt(parsed, ["model_providers"]);
  return isTable(providers) ? [...providers].flatMap(([id, value]) => (isTable(value) ? [id] : [])) : [];
}

/** The text at `path` of a config.toml; `undefined` if there is none, or if it is not TOML. */
export function textAt(config: string, path: readonly string[]): string | undefined {
  const parsed = parseToml(config);
  const value = "kind" in parsed ? undefined : valueAt(parsed, path);
  return typeof value === "string" ? value : undefined;
}
