import type { CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { filter } from "./filter.js";

/** `tr`. */
export function runTranslate(call: CommandCall, shell: Shell): Status {
  const { options, operands } = readArguments(call);
  const [from, to] = operands.map(({ value }) => characters(value));
  const isKnown = operands.every((word) => word.isKnown);
  const removes = options.has("-d") || options.has("--delete");
  const isPlain = [...options].every((option) => option === "-d" || option === "--delete");
  return filter(call, shell, [], (text) => {
    if (!isKnown || !isPlain || !from || (!removes && !to)) return undefined;
    return Array.from(text, (character) => {
      const at = from.indexOf(character);
      if (at === -1) return character;
      return removes ? "" : (to?.[Math.min(at, to.length - 1)] ?? "");
    }).join("");
  });
}

function characters(set: string): readonly string[] | undefined {
  const named: Readonly<Record<string, string>> = {
    "[:upper:]": "A-Z",
    "[:lower:]": "a-z",
    "[:digit:]": "0-9",
    "[:space:]": " \t\n\r\f\v",
  };
  const text = (named[set] ?? set).replaceAll("\\n", "\n").replaceAll("\\t", "\t").replaceAll("\\r", "\r");
  if (text.includes("[:") || /\\./.test(text)) return undefined;
  const result: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const end = text[index + 2];
    if (text[index + 1] === "-" && end !== undefined) {
      for (let code = text.charCodeAt(index); code <= end.charCodeAt(0); code++)
        result.push(String.fromCharCode(code));
      index += 2;
    } else result.push(text.charAt(index));
  }
  return result;
}
