import { Array as ArrayData } from "@actions/expressions/data/array";
import { Dictionary } from "@actions/expressions/data/dictionary";
import { Kind, type ExpressionData } from "@actions/expressions/data/expressiondata";
import { known, textOfData, unknown, type SingleValue, type Value } from "./value.js";

/** A member of an object or an array; `undefined` if the key is not known. */
export function member(object: SingleValue | undefined, key: SingleValue | undefined): Value | undefined {
  if (key?.kind !== "known") return undefined;
  switch (object?.kind) {
    case "object":
      return object.get(key.data.coerceString());
    case "known": {
      const data = memberOf(object.data, key.data);
      return data ? { kind: "known", data } : known(null);
    }
    case "text":
      // A string has no members.
      return known(null);
    case "unknown":
      return unknown(`${object.source}.${key.data.coerceString()}`);
    case undefined:
      return undefined;
  }
}

/** `.*` of an array or an object; `undefined` unless all its members are known. */
export function allMembers(object: SingleValue | undefined): Value | undefined {
  if (object?.kind !== "known") return undefined;
  const { data } = object;
  if (!(data instanceof ArrayData) && !(data instanceof Dictionary)) return undefined;
  return { kind: "known", data: new ArrayData(...data.values()) };
}

/** A member of a known value. */
function memberOf(data: ExpressionData, index: ExpressionData): ExpressionData | undefined {
  if (data instanceof Dictionary) return index.primitive ? data.get(textOfData(index)) : undefined;
  if (!(data instanceof ArrayData) || index.kind === Kind.Array || index.kind === Kind.Dictionary)
    return undefined;
  const place = Math.floor(index.number());
  return place >= 0 ? data.values()[place] : undefined;
}
