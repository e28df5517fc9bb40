import type { CommandCall, Shell } from "../../command-call.js";
import { unknownContent, valueContent, valueOfContent } from "../../files/content.js";
import { lookUp } from "../../state/lookup.js";
import type { Status } from "../../state/status.js";
import { asExported, heldBy } from "../../state/variables.js";
import { joinValues, sliceValue, textValue, unknownValue, type Value } from "../../values/value.js";
import { readArguments } from "../options.js";
import { inputText, outputOf, printText } from "../output.js";
import { statusOfOperands } from "./filters.js";

/** `envsubst`: replaces exported variables in its input; with an operand, only the variables that the operand names. */
export function runEnvironmentSubstitution(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands, isUnsure } = readArguments(call);
  const [format] = operands;
  if (options.size > 0 || isUnsure || format?.isKnown === false) return undefined;
  const content = shell.readInput(call);
  const input = content && !content.some(({ kind }) => kind === "unknown") && valueOfContent(content);
  if (!input) {
    shell.print(call, unknownContent(outputOf(call)));
    return 0;
  }
  const names = format && new Set([...format.value.matchAll(REFERENCE)].map(nameIn));
  const parts: Value[] = [];
  let position = 0;
  for (const match of input.text.text.matchAll(REFERENCE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (names?.has(nameIn(match)) === false) continue;
    if (input.guesses.some((guess) => guess.start < end && guess.end > start)) continue;
    parts.push(sliceValue(input, position, start), exportedValue(call, nameIn(match)));
    position = end;
  }
  parts.push(sliceValue(input, position, input.text.text.length));
  shell.print(call, valueContent(joinValues(parts), call.origin));
  return 0;
}

const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

function nameIn(match: RegExpExecArray): string {
  return match[1] ?? match[2] ?? "";
}

function exportedValue({ state, origin }: CommandCall, name: string): Value {
  const variable = state.variables.get(name);
  const exported = asExported(name, variable);
  if (variable && !exported) return textValue("", origin);
  const held = variable && exported && exported !== variable ? heldBy(exported) : lookUp(state, name);
  if (held.kind === "unset") return textValue("", origin);
  return held.kind === "set" ? held.value : unknownValue(held.unknown);
}

/** `base64 -d`; `undefined` for encoding, which is not modelled. */
export function runBase64(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands } = readArguments(call, ["-w", "--wrap"]);
  if (!options.has("-d") && !options.has("-D") && !options.has("--decode")) return undefined;
  const text = inputText(call, operands, shell);
  printText(call, text === undefined ? undefined : decode(text), shell);
  return text === undefined ? outputOf(call) : statusOfOperands(call, operands);
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Decodes Base64; `undefined` if the input is not Base64 or the result is not UTF-8. */
function decode(encoded: string): string | undefined {
  const digits = encoded.replace(/\n/g, "");
  if (digits.length % 4 !== 0 || !/^[\w+/]*={0,2}$/.test(digits) || digits.includes("_")) return undefined;
  const bits = digits
    .replace(/=/g, "")
    .replace(/./g, (digit) => DIGITS.indexOf(digit).toString(2).padStart(6, "0"));
  const bytes = bits.match(/[01]{8}/g) ?? [];
  const escaped = bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, "0")}`).join("");
  try {
    return decodeURIComponent(escaped);
  } catch {
    // `decodeURIComponent` throws if the bytes are not UTF-8.
    return undefined;
  }
}
