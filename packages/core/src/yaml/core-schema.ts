import type { YamlEntry, YamlScalar } from "./node.js";

/** The value of a scalar in YAML 1.2's core schema, which GitHub reads workflows by. */
export type CoreValue = string | number | boolean | null;

const TRUE: ReadonlySet<string> = new Set(["true", "True", "TRUE"]);
const FALSE: ReadonlySet<string> = new Set(["false", "False", "FALSE"]);

const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\dA-Fa-f]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[Ee][-+]?\d+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER: ReadonlySet<string> = new Set([".nan", ".NaN", ".NAN"]);

// The runner's YamlObjectReader reads these as null, in plain style only.
const nullWords: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);

/** Whether a plain scalar with this text is null. */
export function isNullWord(plain: string): boolean {
  return nullWords.has(plain);
}

/** Whether a scalar is null. */
export function isNull(scalar: YamlScalar): boolean {
  return scalar.style === "plain" && isNullWord(scalar.value);
}

/** The value of a scalar. A scalar that is not plain is always text (the runner's YamlObjectReader). */
export function coreValue(scalar: YamlScalar): CoreValue {
  if (isNull(scalar)) return null;
  const { style, value } = scalar;
  if (style !== "plain") return value;
  if (TRUE.has(value)) return true;
  if (FALSE.has(value)) return false;
  return numberOf(value) ?? value;
}

function numberOf(plain: string): number | undefined {
  if (INTEGER.test(plain) || FLOAT.test(plain)) return Number(plain);
  if (INFINITY.test(plain)) return plain.startsWith("-") ? -Infinity : Infinity;
  return NOT_A_NUMBER.has(plain) ? NaN : undefined;
}

/** The text that GitHub converts a value to, as in `env`: `True` to `true`, `1.0` to `1`, `0x10` to `16`, null to "". */
export function coreText(value: CoreValue): string {
  if (value === null) return "";
  return typeof value === "number" ? numberText(value) : String(value);
}

/** A number as .NET writes it with the format `G15`: 15 digits at most, and an exponent from 1E+15 on. */
export function numberText(value: number): string {
  if (!Number.isFinite(value) || value === 0) return value === 0 ? "0" : String(value);
  const [digits = "", exponent = "0"] = value.toExponential(14).split("e");
  const power = Number(exponent);
  if (power > -5 && power < 15) return String(Number(value.toPrecision(15)));
  const mantissa = String(Number(digits));
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** The first entry of a key. GitHub rejects duplicate keys, so there is no other. */
export function entry(entries: readonly YamlEntry[], key: string): YamlEntry | undefined {
  return entries.find((candidate) => candidate.key === key);
}

/** The text that GitHub converts a key's scalar to; `undefined` if there is none or it is null. */
export function textOf(entries: readonly YamlEntry[], key: string): string | undefined {
  const value = entry(entries, key)?.value;
  return value?.kind === "scalar" && !isNull(value) ? coreText(coreValue(value)) : undefined;
}
