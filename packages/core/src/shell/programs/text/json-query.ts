import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { valueContent } from "../../files/content.js";
import { exportedVariables, lookUp } from "../../state/lookup.js";
import type { Status } from "../../state/status.js";
import { knownText, textValue, type Value } from "../../values/value.js";
import { scriptOfValue, withUnknownExpressions } from "../../expansion/unknown-expressions.js";
import { inputText } from "../file-content.js";
import { parseFilter } from "./jq-filter.js";
import { parseJson, type Json } from "./jq-values.js";

/** `jq` with a filter that prints one value; `undefined` for everything else. */
export function runJsonQuery(call: CommandCall, shell: Shell): Status | undefined {
  const words = readWords(call);
  if (!words) return undefined;
  const { filter, files, flags, variables } = words;
  const environment = (name: string): Json | undefined => {
    const held = exportedVariables(call.state).has(name) ? lookUp(call.state, name) : undefined;
    return held?.kind === "set" ? textOf(held.value) : undefined;
  };
  const run = parseFilter(filter.value, { variables, environment });
  const source = flags.has("n") ? "null" : inputText(call, files, shell);
  const input = source === undefined ? undefined : parseJson(source);
  const result = input === undefined ? undefined : run?.(input);
  if (result === undefined || !isPlain(result)) return undefined;
  const isRaw = flags.has("r") && typeof result === "string";
  const printed = isRaw ? result : JSON.stringify(result, undefined, flags.has("c") ? undefined : 2);
  const value = withUnknownExpressions(textValue(`${printed}\n`, call.origin));
  shell.print(call, valueContent(value, call.origin));
  if (!flags.has("e")) return 0;
  return result === null || result === false ? 1 : 0;
}

/** Object keys that look like numbers come first in JavaScript, and `jq` escapes some characters in other ways. */
function isPlain(value: Json): boolean {
  if (typeof value === "string") return !/(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(value);
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(
    ([key, member]: [string, Json]) => (Array.isArray(value) || !/^\d/.test(key)) && isPlain(member),
  );
}

interface Words {
  readonly filter: CallWord;
  readonly files: readonly CallWord[];
  readonly flags: ReadonlySet<string>;
  readonly variables: ReadonlyMap<string, Json>;
}

const FLAGS: ReadonlyMap<string, string> = new Map([
  ["--null-input", "n"],
  ["--raw-output", "r"],
  ["--compact-output", "c"],
  ["--exit-status", "e"],
  ["--monochrome-output", "M"],
]);

function readWords(call: CommandCall): Words | undefined {
  const flags = new Set<string>();
  const variables = new Map<string, Json>();
  const operands: CallWord[] = [];
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word || word.maySplit) return undefined;
    const { value } = word;
    if (value === "--arg" || value === "--argjson") {
      const [name, given] = words.slice(index + 1, index + 3);
      const text = given && !given.maySplit ? textOf(given.text) : undefined;
      const json = text === undefined || value === "--arg" ? text : parseJson(text);
      // A value that is not known is none, so that a filter that reads it is not known either.
      if (name?.isKnown !== true || !given || (json === undefined && value === "--argjson")) return undefined;
      if (json !== undefined) variables.set(name.value, json);
      index += 2;
    } else if (value.startsWith("--")) {
      const flag = FLAGS.get(value);
      if (flag === undefined) return undefined;
      flags.add(flag);
    } else if (value.startsWith("-") && value !== "-") {
      if (!/^-[nrceM]+$/.test(value)) return undefined;
      for (const letter of value.slice(1)) flags.add(letter);
    } else operands.push(word);
  }
  const [filter, ...files] = operands;
  return filter?.isKnown === true ? { filter, files, flags, variables } : undefined;
}

/**
 * A text with stand-ins for unknown parts. `undefined` if such a part may hold characters that JSON escapes: the names of
 * folders do not.
 */
function textOf(value: Value): string | undefined {
  const text = knownText(value);
  if (text !== undefined) return text;
  return value.guesses.every(({ unknown }) => unknown.distinct === true)
    ? scriptOfValue(value).text
    : undefined;
}
