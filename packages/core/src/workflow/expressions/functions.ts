import { Array as ArrayData } from "@actions/expressions/data/array";
import type { ExpressionData } from "@actions/expressions/data/expressiondata";
import { NumberData } from "@actions/expressions/data/number";
import { StringData } from "@actions/expressions/data/string";
import { wellKnownFunctions } from "@actions/expressions/funcs";
import { EITHER, known, partsOf, text, textOfData, unknown, type SingleValue, type Value } from "./value.js";

/** Calls a function of GitHub's expressions, `name` in lower case. `source` names the result if it is not known. */
export function callFunction(name: string, args: readonly SingleValue[], source: string): Value {
  if (args.every((arg) => arg.kind === "known")) {
    return callKnown(
      name,
      args.map(({ data }) => data),
      source,
    );
  }
  switch (name) {
    case "format":
      return formatParts(args, source);
    case "join":
      // A single string is joined to itself.
      return args[0]?.kind === "text" || args[0]?.kind === "unknown"
        ? text(partsOf(args[0]))
        : unknown(source);
    case "contains":
    case "startswith":
    case "endswith":
      return searchParts(name, args) ?? EITHER;
    default:
      return unknown(source);
  }
}

function callKnown(name: string, args: readonly ExpressionData[], source: string): Value {
  try {
    const data = wellKnownFunctions[name]?.call(...args.map((arg) => numbersAsText(name, arg)));
    return data ? { kind: "known", data } : unknown(source);
  } catch {
    // GitHub fails here, too, for example at invalid JSON: what the step would do is not known.
    return unknown(source);
  }
}

/** The package formats very large and very small numbers differently from the runner. */
function numbersAsText(name: string, data: ExpressionData): ExpressionData {
  if (name === "fromjson" || name === "tojson" || name === "case" || name === "contains") return data;
  if (data instanceof ArrayData)
    return new ArrayData(...data.values().map((item) => numbersAsText(name, item)));
  return data instanceof NumberData ? new StringData(textOfData(data)) : data;
}

function formatParts([format, ...args]: readonly SingleValue[], source: string): Value {
  if (format?.kind !== "known") return unknown(source);
  const template = textOfData(format.data);
  // Doubled braces, fields, and text; GitHub rejects any other format.
  const tokens = template.match(/\{\{|\}\}|\{\d+(?::[^{}]*)?\}|[^{}]+|[{}]/g) ?? [];
  const parts: Parameters<typeof text>[0][number][] = [];
  for (const token of tokens) {
    const index = /^\{(\d+)/.exec(token)?.[1];
    const arg = index === undefined ? undefined : args[Number(index)];
    if (token === "{{" || token === "}}") parts.push(token.charAt(0));
    else if (arg) parts.push(...partsOf(arg));
    else if (index !== undefined || token === "{" || token === "}") return unknown(source);
    else parts.push(token);
  }
  return text(parts);
}

/** The result of a search if it does not depend on the unknown parts. */
function searchParts(name: string, [searched, item]: readonly SingleValue[]): Value | undefined {
  if (searched?.kind !== "text" || item?.kind !== "known" || !item.data.primitive) return undefined;
  const wanted = textOfData(item.data).toUpperCase();
  const parts = searched.parts.map((part) => (typeof part === "string" ? part.toUpperCase() : undefined));
  if (name === "contains") return parts.some((part) => part?.includes(wanted)) ? known(true) : undefined;
  const edge = name === "startswith" ? parts[0] : parts.at(-1);
  if (edge === undefined) return undefined;
  const overlap = Math.min(edge.length, wanted.length);
  const [has, wants] =
    name === "startswith"
      ? [edge.slice(0, overlap), wanted.slice(0, overlap)]
      : [edge.slice(edge.length - overlap), wanted.slice(wanted.length - overlap)];
  if (has !== wants) return known(false);
  return overlap === wanted.length ? known(true) : undefined;
}
