import { parse } from "smol-toml";
import { tableFrom, type TomlValue } from "../../toml/index.js";

/** One `-c key=value` of the command line. */
export interface Override {
  readonly path: readonly string[];
  readonly value: TomlValue;
  /** Index into `args` of the word that holds it. */
  readonly argument: number;
}

export type OverrideProblem = "missingValue" | "missingEquals" | "emptyKey";

/**
 * Reads `key=value`. The key is split at every dot: quotes mean nothing in it, so `model_providers."a"` names a
 * provider whose id holds the quotes. The value is TOML, or else the bare text without the quotes around it
 * (measured, 0.98 to 0.169).
 */
export function readOverride(text: string, argument: number): Override | OverrideProblem {
  const equals = text.indexOf("=");
  if (equals < 0) return "missingEquals";
  const key = text.slice(0, equals).trim();
  if (key === "") return "emptyKey";
  return { path: key.split("."), value: readValue(text.slice(equals + 1).trim()), argument };
}

function readValue(text: string): TomlValue {
  try {
    const value = tableFrom(parse(`value = ${text}`, { integersAsBigInt: true })).get("value");
    if (value !== undefined) return value;
  } catch {
    // Not TOML: the bare text counts.
  }
  return withoutOuterQuotes(text);
}

function withoutOuterQuotes(text: string): string {
  const isQuote = (offset: number): boolean => text[offset] === '"' || text[offset] === "'";
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(start)) start += 1;
  while (end > start && isQuote(end - 1)) end -= 1;
  return text.slice(start, end);
}
