import type { ExpressionData } from "@actions/expressions/data/expressiondata";
import { BooleanData } from "@actions/expressions/data/boolean";
import { Null } from "@actions/expressions/data/null";
import { NumberData } from "@actions/expressions/data/number";
import { StringData } from "@actions/expressions/data/string";
import { falsy } from "@actions/expressions/result";
import { numberText, type CoreValue } from "../../yaml/index.js";

/** The result of an expression: a value, one of several values, or one that the file does not determine. */
export type Value = KnownValue | TextValue | UnknownValue | ChoiceValue | ObjectValue;

/** A value that the file determines. */
export interface KnownValue {
  readonly kind: "known";
  readonly data: ExpressionData;
}

/** A string with unknown parts. */
export interface TextValue {
  readonly kind: "text";
  readonly parts: PartialText;
}

/** A value that the file does not determine. */
export interface UnknownValue {
  readonly kind: "unknown";
  /** Its name in messages, such as `secrets.TOKEN`. Two unknown values with the same source are the same value. */
  readonly source: string;
  /** Whether it counts as true, as a path of the runner does; `undefined` if that is not known either. */
  readonly truth: boolean | undefined;
}

/** One of several values. */
export interface ChoiceValue {
  readonly kind: "choice";
  /** Two or more, none of them a choice. */
  readonly values: readonly Value[];
}

/** An object whose members may be known or unknown, such as a context. */
export interface ObjectValue {
  readonly kind: "object";
  /** Ignores the case of `name`. A missing member is null, as for GitHub. */
  readonly get: (name: string) => Value;
}

/** A value that is not a choice. */
export type SingleValue = Exclude<Value, ChoiceValue>;

/** A text with unknown parts. */
export type PartialText = readonly (string | UnknownValue)[];

/** A choice of more values counts as unknown. */
const MAX_CHOICES = 16;

/** A value that the file does not determine; `source` and `truth` as in `UnknownValue`. */
export function unknown(source: string, truth?: boolean): UnknownValue {
  return { kind: "unknown", source, truth };
}

/** True or false; which of them is not known. */
export const EITHER: ChoiceValue = { kind: "choice", values: [known(true), known(false)] };

/** A value that the file determines. */
export function known(value: CoreValue): KnownValue {
  return { kind: "known", data: expressionData(value) };
}

function expressionData(value: CoreValue): ExpressionData {
  if (value === null) return new Null();
  if (typeof value === "string") return new StringData(value);
  return typeof value === "number" ? new NumberData(value) : new BooleanData(value);
}

/** One of the values; a single one is that value. With too many values it is unknown, named by `source`. */
export function choice(values: readonly Value[], source: string): Value {
  const different: Value[] = [];
  for (const value of values.flatMap((each) => (each.kind === "choice" ? each.values : [each]))) {
    if (!different.some((other) => isSame(other, value))) different.push(value);
  }
  const [first] = different;
  if (different.length > MAX_CHOICES || !first) return unknown(source);
  return different.length === 1 ? first : { kind: "choice", values: different };
}

/** A text with its known parts joined; a wholly known text is a `KnownValue`. */
export function text(parts: PartialText): Value {
  const joined: (string | UnknownValue)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part !== "string") joined.push(part);
    else if (typeof last === "string") joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  const [first, ...others] = joined;
  if (first === undefined) return known("");
  return typeof first === "string" && others.length === 0 ? known(first) : { kind: "text", parts: joined };
}

/** The value as GitHub writes it into a text: `true`, `1.5`, nothing for null, `Object`. */
export function partsOf(value: SingleValue): PartialText {
  switch (value.kind) {
    case "known":
      return [textOfData(value.data)];
    case "text":
      return value.parts;
    case "unknown":
      return [value];
    case "object":
      return ["Object"];
  }
}

/** A known value as text. */
export function textOfData(data: ExpressionData): string {
  return data instanceof NumberData ? numberText(data.value) : data.coerceString();
}

function isSame(left: Value, right: Value): boolean {
  if (left.kind === "known" && right.kind === "known") {
    return (
      left.data === right.data || (left.data.kind === right.data.kind && sameData(left.data, right.data))
    );
  }
  if (left.kind === "unknown" && right.kind === "unknown")
    return left.source === right.source && left.truth === right.truth;
  return left.kind === "text" && right.kind === "text" && isSameText(left.parts, right.parts);
}

function sameData(left: ExpressionData, right: ExpressionData): boolean {
  return left.primitive && right.primitive && left.coerceString() === right.coerceString();
}

/** Whether two texts are the same whatever their unknown parts are. */
export function isSameText(left: PartialText, right: PartialText): boolean {
  const sourceOf = (part: string | UnknownValue): string =>
    typeof part === "string" ? `=${part}` : `?${part.source}`;
  return left.length === right.length && left.every((part, i) => sourceOf(part) === sourceOf(right[i] ?? ""));
}

/** Whether the text that GitHub writes for a value is known not to be empty. */
export function isNeverEmpty(value: Value): boolean {
  switch (value.kind) {
    case "known":
      return textOfData(value.data) !== "";
    case "object":
      return true;
    case "unknown":
      return value.truth === true;
    case "text":
      return value.parts.some((part) => typeof part === "string" || part.truth === true);
    case "choice":
      return value.values.every(isNeverEmpty);
  }
}

/** Whether a value counts as true; `undefined` if that is not known. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case "known":
      return !falsy(value.data);
    case "object":
      return true;
    case "unknown":
      return value.truth;
    case "text":
      return value.parts.some((part) => typeof part === "string" || part.truth === true) ? true : undefined;
    case "choice": {
      const [first, ...others] = value.values.map(truthOf);
      return others.every((other) => other === first) ? first : undefined;
    }
  }
}
