import { isTable, mergeTables, setValue, valueAt, type TomlTable, type TomlValue } from "../../toml/index.js";
import type { Override } from "../command/index.js";

/** config.toml merged with the overrides of the command line. */
export interface Configuration {
  readonly table: TomlTable;
  /** The file without overrides. */
  readonly file: TomlTable;
  readonly overrides: readonly Override[];
}

/** Where a key is set: in config.toml or in a `-c key=value` override. */
export type KeyLocation = FileKey | CommandLineKey;

/** A key of config.toml. */
export interface FileKey {
  readonly path: readonly string[];
  readonly source: "file";
}

/** A key of a `-c key=value` override. */
export interface CommandLineKey {
  readonly path: readonly string[];
  readonly source: "commandLine";
  /** Index into `args` of the word that holds the override. */
  readonly argument: number;
}

/** Where a base URL comes from: a key, a variable of the environment, or Codex itself. */
export type BaseUrlLocation = KeyLocation | EnvironmentVariable | BuiltIn;

/** A variable of the environment that Codex reads. */
export interface EnvironmentVariable {
  readonly source: "environment";
  readonly variable: string;
}

/** Codex's own default. */
export interface BuiltIn {
  readonly source: "builtIn";
}

/**
 * Merges overrides into a file. Overrides are applied to each other first, so that a later one replaces an earlier one
 * whole.
 */
export function configurationOf(file: TomlTable, overrides: readonly Override[]): Configuration {
  const layer = new Map<string, TomlValue>();
  for (const { path, value } of overrides) setValue(layer, path, value);
  return { table: mergeTables(file, layer), file, overrides };
}

/** Where the value at `path` is set. */
export function locationOf({ file, overrides }: Configuration, path: readonly string[]): KeyLocation {
  const setting = overrides.findLast((override) => startsWith(path, override.path));
  if (setting !== undefined && valueAt(setting.value, path.slice(setting.path.length)) !== undefined) {
    return { path, source: "commandLine", argument: setting.argument };
  }
  const inside = overrides.findLast((override) => startsWith(override.path, path));
  return inside === undefined || valueAt(file, path) !== undefined
    ? { path, source: "file" }
    : { path, source: "commandLine", argument: inside.argument };
}

/** The text at `path`; `undefined` if it is not a text. Codex reads a bare date as its text. */
export function textAt({ table }: Configuration, path: readonly string[]): string | undefined {
  const value = valueAt(table, path);
  return value instanceof Date ? value.toISOString() : typeof value === "string" ? value : undefined;
}

/** The table at `path`; `undefined` if it is not a table. */
export function tableAt({ table }: Configuration, path: readonly string[]): TomlTable | undefined {
  const value = valueAt(table, path);
  return isTable(value) ? value : undefined;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.length <= path.length && start.every((key, index) => key === path[index]);
}
