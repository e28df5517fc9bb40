import type { ExpressionData } from "@actions/expressions/data/expressiondata";
import { BooleanData } from "@actions/expressions/data/boolean";
import { Null } from "@actions/expressions/data/null";
import { NumberData } from "@actions/expressions/data/number";
import { StringData } from "@actions/expressions/data/string";
import { falsy } from "@actions/expressions/result";
import { numberText, type CoreValue } from "../../yaml/index.js";

/** What an expression is known to give: a value, one of several, or something that the file does not tell. */
export type Value = KnownValue | TextValue | UnknownValue | ChoiceValue | ObjectValue;

export interface KnownValue {
  readonly kind: "known";
  readonly data: ExpressionData;
}

/** A string of which parts are not known. */
export interface TextValue {
  readonly kind: "text";
  readonly parts: PartialText;
}

export interface UnknownValue {
  readonly kind: "unknown";
  /** What it is, for messages; two of the same source are the same: `secrets.TOKEN`, `steps.home.outputs.dir`. */
  readonly source: string;
  /** Whether it counts as true, as a path of the runner does; `undefined` where that is not known either. */
  readonly truth: boolean | undefined;
}

export interface ChoiceValue {
  readonly kind: "choice";
  /** Two or more, none a choice itself. */
  readonly values: readonly Value[];
}

/** An object of which members are known or not: most contexts. */
export interface ObjectValue {
  readonly kind: "object";
  /** `name` in any case. What the object has not is null, as it is for GitHub. */
  readonly get: (name: string) => Value;
}

/** A value that is no choice. */
export type SingleValue = Exclude<Value, ChoiceValue>;

/** A text of which parts are not known. */
export type PartialText = readonly (string | UnknownValue)[];

/** More than these at once count as unknown. */
const MAX_CHOICES = 16;

export function unknown(source: string, truth?: boolean): UnknownValue {
  return { kind: "unknown", source, truth };
}

/** True or false, whichever it is. */
export const EITHER: ChoiceValue = { kind: "choice", values: [known(true), known(false)] };

export function known(value: CoreValue): KnownValue {
  return { kind: "known", data: expressionData(value) };
}

function expressionData(value: CoreValue): ExpressionData {
  if (value === null) return new Null();
  if (typeof value === "string") return new StringData(value);
  return typeof value === "number" ? new NumberData(value) : new BooleanData(value);
}

/** One of the values; a single one is that value. `source` names it where there are too many. */
export function choice(values: readonly Value[], source: string): Value {
  const different: Value[] = [];
  for (const value of values.flatMap((each) => (each.kind === "choice" ? each.values : [each]))) {
    if (!different.some((other) => isSame(other, value))) different.push(value);
  }
  const [first] = different;
  if (different.length > MAX_CHOICES || !first) return unknown(source);
  return different.length === 1 ? first : { kind: "choice", values: different };
}

/** A text with its known parts joined; a wholly known one is a string. */
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

/** The value as GitHub writes it into a text: `true`, `1.5`, nothing for null, `Object`. A choice has several. */
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

/** True or false, or `undefined` where that is not known. */
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
