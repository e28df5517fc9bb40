import type { ParameterExpansionPart, SimpleExpansionPart, WordPart } from "unbash";
import type { Scope } from "./scope.js";
import { isKnown } from "./scope.js";
import { partsOf } from "./word-parts.js";

/** What a parameter expansion comes to: a value, the operand of `${X:-operand}`, or not known. */
export type Expanded =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "operand"; readonly parts: readonly WordPart[] }
  | { readonly kind: "unknown"; readonly text: string }
  /** The operand of `${X:+operand}` or nothing: taken to be nothing. */
  | { readonly kind: "optional" };

export function expandParameter(part: SimpleExpansionPart | ParameterExpansionPart, scope: Scope): Expanded {
  const name = part.type === "SimpleExpansion" ? part.text.slice(1) : part.parameter;
  const value = scope.variables.get(name);
  if (part.type === "ParameterExpansion") {
    if (part.prefix !== undefined || part.index !== undefined) return { kind: "unknown", text: part.text };
    if (part.operation !== undefined) return expandOperation(part, value);
  }
  return value === undefined ? { kind: "unknown", text: `\${${name}}` } : { kind: "value", value };
}

function expandOperation(part: ParameterExpansionPart, value: string | undefined): Expanded {
  const unknown: Expanded = { kind: "unknown", text: part.text };
  const operation = part.operation;
  if (operation?.type !== "Default") return unknown;
  const operand: Expanded = { kind: "operand", parts: partsOf(operation.operand) };
  const isSet = value !== undefined && (value !== "" || !operation.operator.startsWith(":"));
  switch (operation.operator) {
    case "+":
    case ":+":
      // An option that is there only if a variable is set: unknown counts as unset, as in
      // `codex ${MODEL:+-c model="$MODEL" }exec`.
      if (value === undefined || !isKnown(value)) return { kind: "optional" };
      return isSet ? operand : { kind: "value", value: "" };
    case "-":
    case ":-":
    case "=":
    case ":=":
      if (isSet) return { kind: "value", value };
      return value === undefined ? unknown : operand;
    case "?":
    case ":?":
      return value === undefined
        ? { kind: "unknown", text: `\${${part.parameter}}` }
        : { kind: "value", value };
  }
}
