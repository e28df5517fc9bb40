import type { CallWord, CommandCall } from "../../command-call.js";
import { knownText, textValue, type Value } from "../../values/value.js";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
  e: "\u001B",
  "\\": "\\",
};

/** A text with its escapes replaced; `stops` if it ended at `\c`, after which nothing is printed. */
export interface Unescaped {
  readonly text: string;
  readonly stops: boolean;
}

/** Replaces the escapes of `echo -e` and `%b` (`isEcho`) or of a `printf` format; `undefined` for rare escapes. */
export function unescape(text: string, isEcho: boolean): Unescaped | undefined {
  let result = "";
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character !== "\\" || index + 1 >= text.length) {
      result += character;
      continue;
    }
    const next = text.charAt(index + 1);
    const known = ESCAPES[next];
    if (known !== undefined) {
      result += known;
      index++;
    } else if (next === "c" && isEcho) {
      return { text: result, stops: true };
    } else if (/[0-7xuUE"'?]/.test(next)) {
      const code = (isEcho ? /^\\0([0-7]{1,3})/ : /^\\([0-7]{1,3})/).exec(text.slice(index)) ?? undefined;
      const value = code ? Number.parseInt(code[1] ?? "", 8) : undefined;
      if (code && value !== undefined && value > 0 && value < 128) {
        result += String.fromCharCode(value);
        index += code[0].length - 1;
      } else if (/["'?]/.test(next)) {
        result += isEcho ? `\\${next}` : next;
        index++;
      } else return undefined;
    } else {
      result += character;
    }
  }
  return { text: result, stops: false };
}

const DIRECTIVE = /%(?:%|([-0+ #]*)([1-9]\d*)?(?:\.(\d+))?([sbqdiuxXcf]))/g;

/** What `printf` prints, piece by piece, and whether it fails: at a number that is none. */
export interface Formatted {
  readonly values: readonly Value[];
  readonly fails: boolean;
}

/** What `printf` does with a format and its arguments; `undefined` where it is not known. */
export function format(template: Value, args: readonly CallWord[], call: CommandCall): Formatted | undefined {
  const source = knownText(template);
  if (source === undefined) return undefined;
  const pieces = source.split(/(%(?:%|[-0+ #]*(?:[1-9]\d*)?(?:\.\d+)?[A-Za-z]))/);
  const consumes = pieces.some((piece, index) => index % 2 === 1 && piece !== "%%");
  const result: Value[] = [];
  let next = 0;
  let fails = false;
  do {
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        if (piece.includes("%")) return undefined;
        const literal = unescape(piece, false);
        if (!literal) return undefined;
        if (literal.text !== "") result.push(textValue(literal.text, call.origin));
        continue;
      }
      if (piece === "%%") {
        result.push(textValue("%", call.origin));
        continue;
      }
      const printed = directive(piece, args[next++], call);
      if (!printed) return undefined;
      result.push(...printed.values);
      fails ||= printed.fails === true;
      if (printed.stops) return { values: result, fails };
    }
  } while (consumes && next < args.length);
  return { values: result, fails };
}

function directive(
  piece: string,
  word: CallWord | undefined,
  call: CommandCall,
): (Pick<Formatted, "values"> & Pick<Converted, "stops" | "fails">) | undefined {
  DIRECTIVE.lastIndex = 0;
  const match = DIRECTIVE.exec(piece);
  if (!match) return undefined;
  const [, flags = "", width = "", precision, letter] = match;
  const isPlain = flags === "" && width === "" && precision === undefined;
  if (letter === "s" && isPlain) return { values: word ? [word.text] : [], stops: false };
  const text = word ? knownText(word.text) : "";
  if (text === undefined) return undefined;
  const value = convert(letter ?? "", text, precision, flags);
  if (value === undefined) return undefined;
  const padded = pad(value.text, flags, width, letter === "d" || letter === "i" || letter === "u");
  return { values: [textValue(padded, call.origin)], stops: value.stops, fails: value.fails };
}

interface Converted extends Unescaped {
  readonly fails?: boolean | undefined;
}

function convert(
  letter: string,
  text: string,
  precision: string | undefined,
  flags: string,
): Converted | undefined {
  switch (letter) {
    case "s":
      return { text: precision === undefined ? text : text.slice(0, Number(precision)), stops: false };
    case "b":
      return unescape(text, true);
    case "c":
      return { text: text.charAt(0), stops: false };
    case "q":
      return quoted(text);
    case "d":
    case "i":
    case "u": {
      const read = readNumber(text);
      if (!read || precision !== undefined || /[+ ]/.test(flags)) return undefined;
      return { text: String(read.number), stops: false, fails: !read.isWhole };
    }
    case "x":
    case "X": {
      if (!/^\d{1,15}$/.test(text) || precision !== undefined) return undefined;
      const hex = Number(text).toString(16);
      return { text: letter === "X" ? hex.toUpperCase() : hex, stops: false };
    }
    default:
      return undefined;
  }
}

/** A text as `%q` quotes it; `undefined` if it has characters that `$'...'` is for, or that depend on the locale. */
function quoted(text: string): Converted | undefined {
  if (text === "") return { text: "''", stops: false };
  if (!/^[ -~]*$/.test(text)) return undefined;
  const escaped = text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^#|(?:^|(?<=[=:]))~/g, "\\$&");
  return { text: escaped, stops: false };
}

/** The number that a text begins with, or 0; `undefined` for one that is written in a way that is rare. */
function readNumber(text: string): { readonly number: number; readonly isWhole: boolean } | undefined {
  const trimmed = text.trimStart();
  if (/^['"]/.test(trimmed)) return undefined;
  const [written = ""] = /^[-+]?\d*/.exec(trimmed) ?? [];
  if (/^[-+]?0[\dxX]/.test(trimmed) || written.length > 15) return undefined;
  const isWhole = written === trimmed && (/\d/.test(written) || text === "");
  return { number: /\d/.test(written) ? Number(written) : 0, isWhole };
}

function pad(text: string, flags: string, width: string, isNumber: boolean): string {
  const size = Number(width === "" ? "0" : width);
  if (flags.includes("-")) return text.padEnd(size);
  if (!flags.includes("0") || !isNumber) return text.padStart(size);
  return text.startsWith("-") ? `-${text.slice(1).padStart(size - 1, "0")}` : text.padStart(size, "0");
}
