import { isTable, type TomlTable, type TomlValue } from "./toml-value.js";

/** Lays one layer of configuration over another: tables merge key by key, anything else is replaced. */
export function mergeTables(base: TomlTable, overlay: TomlTable): TomlTable {
  const merged = new Map(base);
  for (const [key, value] of overlay) {
    const below = base.get(key);
    merged.set(key, isTable(below) && isTable(value) ? mergeTables(below, value) : value);
  }
  return merged;
}

/** Sets the value at `path`, making tables of whatever stands in the way. Works on `root` itself. */
export function setValue(root: Map<string, TomlValue>, path: readonly string[], value: TomlValue): void {
  let table = root;
  for (const [index, key] of path.entries()) {
    const below = table.get(key);
    const copy = new Map(isTable(below) ? below : []);
    table.set(key, index === path.length - 1 ? value : copy);
    table = copy;
  }
}
