import type { TomlValue as ParsedValue } from "smol-toml";

/** A table; a map, so that keys such as `__proto__` are ordinary keys. */
export type TomlTable = ReadonlyMap<string, TomlValue>;

/** A TOML value. An integer is a `bigint`, a float a `number`. */
export type TomlValue = string | bigint | number | boolean | Date | readonly TomlValue[] | TomlTable;

/** Whether a value is a table. */
export function isTable(value: TomlValue | undefined): value is TomlTable {
  return value instanceof Map;
}

/** Whether a value is an array. */
export function isList(value: TomlValue | undefined): value is readonly TomlValue[] {
  return Array.isArray(value);
}

/** The value at `path`; `undefined` if there is none, or if a key before the last one is not a table. */
export function valueAt(value: TomlValue | undefined, path: readonly string[]): TomlValue | undefined {
  return path.reduce<TomlValue | undefined>(
    (current, key) => (isTable(current) ? current.get(key) : undefined),
    value,
  );
}

/** The deepest nesting that Codex's TOML parser accepts (measured, 0.98 to 0.169). */
export const deepestNesting = 80;

/**
 * Converts the parser's objects to maps.
 *
 * @throws RangeError at what Codex's parser refuses: an integer beyond 64 bits, or too deep nesting.
 */
export function tableFrom(parsed: object, depth = 0): TomlTable {
  return new Map(
    Object.entries(parsed).map(([key, value]: [string, ParsedValue]) => [key, valueFrom(value, depth)]),
  );
}

function valueFrom(parsed: ParsedValue, depth: number): TomlValue {
  if (typeof parsed === "bigint" && !fitsInto64Bits(parsed)) throw new RangeError("integer beyond 64 bits");
  if (typeof parsed !== "object" || parsed instanceof Date) return parsed;
  if (depth === deepestNesting) throw new RangeError("nested too deep");
  return Array.isArray(parsed)
    ? parsed.map((element) => valueFrom(element, depth + 1))
    : tableFrom(parsed, depth + 1);
}

/** Describes a value in the words of Codex's own messages. */
export function describeValue(value: TomlValue): string {
  switch (typeof value) {
    case "string":
      return `the string ${JSON.stringify(value)}`;
    case "bigint":
      return `the integer ${value.toString()}`;
    case "number":
      return `the float ${value.toString()}`;
    case "boolean":
      return `the boolean ${String(value)}`;
    default:
      if (isList(value)) return "an array";
      return isTable(value) ? "a table" : "a date";
  }
}

/** Whether an integer fits into a signed 64-bit integer, TOML's range. */
export function fitsInto64Bits(integer: bigint): boolean {
  return BigInt.asIntN(64, integer) === integer;
}

/** Merges a layer of configuration into the one below: tables merge key by key, other values are replaced. */
export function mergeTables(base: TomlTable, overlay: TomlTable): TomlTable {
  const merged = new Map(base);
  for (const [key, value] of overlay) {
    const below = base.get(key);
    merged.set(key, isTable(below) && isTable(value) ? mergeTables(below, value) : value);
  }
  return merged;
}

/** Sets the value at `path` in `root`, in place; values on the way that are not tables become tables. */
export function setValue(root: Map<string, TomlValue>, path: readonly string[], value: TomlValue): void {
  let table = root;
  for (const [index, key] of path.entries()) {
    const below = table.get(key);
    const copy = new Map(isTable(below) ? below : []);
    table.set(key, index === path.length - 1 ? value : copy);
    table = copy;
  }
}
