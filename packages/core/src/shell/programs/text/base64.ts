import type { CommandCall, Shell } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, printText } from "../output.js";
import { inputText } from "../file-content.js";
import { statusOfOperands } from "./filter.js";

/** `base64`, which encodes, and `base64 -d`. */
export function runBase64(call: CommandCall, shell: Shell): Status {
  const { options, operands, values, isUnsure } = readArguments(call, ["-w", "--wrap"]);
  const isDecoding = options.has("-d") || options.has("--decode");
  const isWrapped = options.has("-w") || options.has("--wrap");
  const width = values.get("-w") ?? values.get("--wrap");
  const isKnown =
    !isUnsure &&
    operands.length < 2 &&
    [...options].every((option) => /^(?:-[dw]|--decode|--wrap)$/.test(option)) &&
    (!isWrapped || (width?.isKnown === true && /^\d{1,9}$/.test(width.value)));
  const text = isKnown ? inputText(call, operands, shell) : undefined;
  const result =
    text === undefined ? undefined : isDecoding ? decode(text) : encode(text, Number(width?.value ?? 76));
  printText(call, result, shell);
  // An invalid digit makes it fail.
  return text === undefined || result === undefined ? outputOf(call) : statusOfOperands(call, operands);
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Encodes the UTF-8 bytes of a text, in lines of `width` digits; 0 for no line feeds at all. */
function encode(text: string, width: number): string | undefined {
  // A lone surrogate has no bytes.
  if (/\p{Cs}/u.test(text)) return undefined;
  const bytes = (encodeURIComponent(text).match(/%..|[^]/g) ?? []).map((byte) =>
    byte.length > 1 ? Number.parseInt(byte.slice(1), 16) : byte.charCodeAt(0),
  );
  const groups: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    groups.push(
      DIGITS.charAt(bits >> 18) +
        DIGITS.charAt((bits >> 12) & 63) +
        (second === undefined ? "=" : DIGITS.charAt((bits >> 6) & 63)) +
        (third === undefined ? "=" : DIGITS.charAt(bits & 63)),
    );
  }
  const encoded = groups.join("");
  if (width === 0 || encoded === "") return encoded;
  return encoded.replace(new RegExp(`.{1,${String(width)}}`, "g"), "$&\n");
}

/** Decodes Base64; `undefined` if the input is not Base64 or the result is not UTF-8. */
function decode(encoded: string): string | undefined {
  const digits = encoded.replace(/\n/g, "");
  if (digits.length % 4 !== 0 || !/^[\w+/]*={0,2}$/.test(digits) || digits.includes("_")) return undefined;
  const plain = digits.replace(/=/g, "");
  const bytes: string[] = [];
  for (let index = 0; index < plain.length; index += 4) {
    const bits = [0, 1, 2, 3].reduce(
      (sum, at) => (sum << 6) | DIGITS.indexOf(plain.charAt(index + at) || "A"),
      0,
    );
    for (const shift of [16, 8, 0]) bytes.push(`%${((bits >> shift) & 255).toString(16).padStart(2, "0")}`);
  }
  try {
    // The last group may have less than three bytes.
    const text = decodeURIComponent(bytes.slice(0, Math.floor((plain.length * 3) / 4)).join(""));
    // The model marks unknown parts with it, and Bash drops it.
    return text.includes("\0") ? undefined : text;
  } catch {
    // `decodeURIComponent` throws if the bytes are not UTF-8.
    return undefined;
  }
}
