import { mergeTables, setValue } from "../../toml/index.js";
import type { KeyPlace } from "./key-place.js";
import type { Override } from "../command/index.js";
import { isTable, valueAt, type TomlTable, type TomlValue } from "../../toml/index.js";

/** config.toml with the overrides of the command line laid over it. */
export interface Configuration {
  readonly table: TomlTable;
  /** The file alone. */
  readonly file: TomlTable;
  readonly overrides: readonly Override[];
}

/** The overrides are put together before they are laid over the file, so that they replace one another whole. */
export function configurationOf(file: TomlTable, overrides: readonly Override[]): Configuration {
  const layer = new Map<string, TomlValue>();
  for (const { path, value } of overrides) setValue(layer, path, value);
  return { table: mergeTables(file, layer), file, overrides };
}

/** Where the value at `path` comes from. */
export function placeOf({ file, overrides }: Configuration, path: readonly string[]): KeyPlace {
  const setting = overrides.findLast((override) => startsWith(path, override.path));
  if (setting !== undefined && valueAt(setting.value, path.slice(setting.path.length)) !== undefined) {
    return { path, source: "commandLine", argument: setting.argument };
  }
  const inside = overrides.findLast((override) => startsWith(override.path, path));
  return inside === undefined || valueAt(file, path) !== undefined
    ? { path, source: "file" }
    : { path, source: "commandLine", argument: inside.argument };
}

/** The text at `path`, if it is one; to Codex a bare date is the text of it. */
export function textAt({ table }: Configuration, path: readonly string[]): string | undefined {
  const value = valueAt(table, path);
  return value instanceof Date ? value.toISOString() : typeof value === "string" ? value : undefined;
}

export function tableAt({ table }: Configuration, path: readonly string[]): TomlTable | undefined {
  const value = valueAt(table, path);
  return isTable(value) ? value : undefined;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.length <= path.length && start.every((key, index) => key === path[index]);
}
