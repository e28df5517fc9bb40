import type { WordPart } from "unbash";
import { originOf, type Context } from "../context.js";
import { directoryOf } from "../state/shell-state.js";
import { lookUp } from "../state/lookup.js";
import { joinValues, textValue, unknownValue, type Value } from "../values/value.js";

/** The value of a word's first part if it starts with `~`. */
export function tildeValue(part: WordPart, context: Context): Value | undefined {
  if (part.type !== "Literal" || !part.text.startsWith("~")) return undefined;
  const slash = part.text.indexOf("/");
  const name = slash === -1 ? part.text.slice(1) : part.text.slice(1, slash);
  const rest = slash === -1 ? "" : part.value.slice(slash);
  const folder = folderNamed(name, context);
  return folder && joinValues([folder, textValue(rest, originOf(part, context))]);
}

function folderNamed(name: string, context: Context): Value | undefined {
  const { state } = context;
  const text = (value: string): Value => textValue(value, { start: 0, end: 0 });
  switch (name) {
    case "":
      return variable("HOME", context) ?? text("/home/runner");
    case "+":
      return variable("PWD", context) ?? text(directoryOf(state));
    case "-":
      return variable("OLDPWD", context);
    case "root":
      return text("/root");
    case "runner":
      return text("/home/runner");
    default:
      return undefined;
  }
}

function variable(name: string, { state }: Context): Value | undefined {
  const held = lookUp(state, name);
  if (held.kind === "unset") return undefined;
  return held.kind === "set" ? held.value : unknownValue(held.unknown);
}
