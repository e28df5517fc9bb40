import type { TomlTable } from "../../toml/index.js";
import type { KeyChange } from "../releases/index.js";
import type { PathProblem } from "./key-problem.js";

/** The values that Codex accepts for a key. */
export type Shape =
  | { readonly kind: "text"; readonly nonEmpty?: true }
  | { readonly kind: "boolean" }
  | { readonly kind: "integer"; readonly from?: bigint; readonly to?: bigint }
  | { readonly kind: "number" }
  | { readonly kind: "oneOf"; readonly values: readonly string[] }
  | { readonly kind: "listOf"; readonly element: Shape }
  | { readonly kind: "mapOf"; readonly value: Shape; readonly rule?: TableRule }
  | { readonly kind: "table"; readonly fields: Fields; readonly others?: Shape; readonly rule?: TableRule }
  | { readonly kind: "either"; readonly shapes: readonly [Shape, ...Shape[]] }
  | { readonly kind: "byRelease"; readonly before: Shape; readonly change: KeyChange; readonly from: Shape }
  | { readonly kind: "anything" };

/** The keys that Codex knows; it ignores all others. */
export type Fields = Readonly<Record<string, Shape>>;

/** A check across several keys of a table. */
export type TableRule = (
  table: TomlTable,
  path: readonly string[],
  release: string,
) => PathProblem | undefined;

/** Any string. */
export const text: Shape = { kind: "text" };

/** A string that is not empty. */
export const someText: Shape = { kind: "text", nonEmpty: true };

/** A boolean. */
export const flag: Shape = { kind: "boolean" };

/** An integer. */
export const integer: Shape = { kind: "integer" };

/** An integer from 0. */
export const count: Shape = { kind: "integer", from: 0n };

/** A number, with or without a fraction. */
export const seconds: Shape = { kind: "number" };

/** Any value: Codex does not check it, or does not know the key. */
export const anything: Shape = { kind: "anything" };

/** An array of strings. */
export const textList: Shape = { kind: "listOf", element: text };

/** A table whose values are strings. */
export const textMap: Shape = { kind: "mapOf", value: text };

/** One of several strings. */
export function oneOf(...values: readonly string[]): Shape {
  return { kind: "oneOf", values };
}

/** An array. */
export function listOf(element: Shape): Shape {
  return { kind: "listOf", element };
}

/** A table with any keys. */
export function mapOf(value: Shape, rule?: TableRule): Shape {
  return { kind: "mapOf", value, ...(rule && { rule }) };
}

/** A table with known keys. */
export function table(fields: Fields, rule?: TableRule): Shape {
  return { kind: "table", fields, ...(rule && { rule }) };
}

/** A table whose other keys all have the shape `others`. */
export function tableWith(fields: Fields, others: Shape): Shape {
  return { kind: "table", fields, others };
}

/** A value of one of several shapes. */
export function either(...shapes: readonly [Shape, ...Shape[]]): Shape {
  return { kind: "either", shapes };
}

/** A key that Codex knows since a change. */
export function since(change: KeyChange, shape: Shape): Shape {
  return { kind: "byRelease", before: anything, change, from: shape };
}

/** A key that Codex knows only before a change. */
export function until(change: KeyChange, shape: Shape): Shape {
  return { kind: "byRelease", before: shape, change, from: anything };
}

/** A key whose accepted values a change replaced. */
export function changed(before: Shape, change: KeyChange, from: Shape): Shape {
  return { kind: "byRelease", before, change, from };
}

/** A rule: the table has all of `fields`. */
export function requires(...fields: readonly string[]): TableRule {
  return (table, path) => {
    const missing = fields.filter((field) => !table.has(field));
    return missing.length === 0 ? undefined : { kind: "missingField", fields: missing, path };
  };
}

/** A rule: the table has at least one of `fields`. */
export function requiresOneOf(...fields: readonly string[]): TableRule {
  return (table, path) =>
    fields.some((field) => table.has(field)) ? undefined : { kind: "missingField", fields, path };
}
