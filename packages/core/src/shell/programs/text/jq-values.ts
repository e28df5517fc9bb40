import type { PlainValue } from "../../../yaml/index.js";

/** A value of JSON. */
export type Json = PlainValue;

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The `+` of two values; `undefined` if it fails. */
export function add(left: Json, right: Json): Json | undefined {
  if (left === null) return right;
  if (right === null) return left;
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (isArray(left) && isArray(right)) return [...left, ...right];
  return isObject(left) && isObject(right) ? { ...left, ...right } : undefined;
}

/** The `*` of two objects, which merges objects in them, too. */
export function merge(left: Json, right: Json): Json | undefined {
  if (!isObject(left) || !isObject(right)) return undefined;
  const merged: Record<string, Json> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = merged[key];
    merged[key] = (before !== undefined ? merge(before, value) : undefined) ?? value;
  }
  return merged;
}

/** A value with another one at a path of keys; `undefined` if there is something else than an object. */
export function withValue(input: Json, [key, ...rest]: readonly string[], value: Json): Json | undefined {
  if (key === undefined) return value;
  if (input !== null && !isObject(input)) return undefined;
  const inner = withValue(input?.[key] ?? null, rest, value);
  return inner === undefined ? undefined : { ...input, [key]: inner };
}

/** A member of an object or an array, or null; `undefined` for other values. */
export function memberOf(value: Json, key: string | number): Json | undefined {
  if (value === null) return null;
  if (typeof key === "number") return isArray(value) ? (value[key] ?? null) : undefined;
  if (!isObject(value)) return undefined;
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

/** Converts a value by the function or format of that name. */
export function convert(value: Json, name: string): Json | undefined {
  if (name !== "fromjson")
    return typeof value === "string" && name !== "@json" && name !== "tojson" ? value : JSON.stringify(value);
  return typeof value === "string" ? parseJson(value) : undefined;
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** Parses JSON whose numbers `jq` prints as they are; `undefined` for other text. */
export function parseJson(source: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(source);
    const withoutTexts = source.replace(/"(?:[^"\\]|\\.)*"/g, "");
    return isJson(value) && !/\d[.eE]|\d{16}/.test(withoutTexts) ? value : undefined;
  } catch {
    // `jq` fails at text that is not JSON, or reads several values.
    return undefined;
  }
}
