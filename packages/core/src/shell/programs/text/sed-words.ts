import type { CallWord, CommandCall } from "../../command-call.js";
import { sliceValue } from "../../values/value.js";

/** The words of a call of `sed`. */
export interface Words {
  readonly scripts: readonly CallWord[];
  readonly files: readonly CallWord[];
  /** Letters of short options and names of long ones, without hyphens. */
  readonly flags: ReadonlySet<string>;
  /** What `-i` appends to the name of a copy; empty for no copy, `undefined` without `-i`. */
  readonly suffix: string | undefined;
  /** Whether an option is not modelled, or a word may be none or several. */
  readonly isUnsure: boolean;
}

const LONG_FLAGS: ReadonlyMap<string, string> = new Map([
  ["quiet", "n"],
  ["silent", "n"],
  ["regexp-extended", "E"],
  ["follow-symlinks", "follow-symlinks"],
  ["posix", "u"],
  ["sandbox", "u"],
  ["unbuffered", "u"],
]);

/** Splits the words of a call. */
export function readWords(call: CommandCall): Words {
  const scripts: CallWord[] = [];
  const operands: CallWord[] = [];
  const flags = new Set<string>();
  let suffix: string | undefined;
  let isUnsure = false;
  let isEnded = false;
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { value } = word;
    if (word.maySplit) isUnsure = true;
    const from = (start: number): CallWord => ({
      ...word,
      value: value.slice(start),
      text: sliceValue(word.text, start, word.text.text.text.length),
    });
    if (isEnded || !value.startsWith("-") || value === "-") operands.push(word);
    else if (value === "--") isEnded = true;
    else if (value.startsWith("--expression=")) scripts.push(from("--expression=".length));
    else if (value === "--expression") scripts.push(...words.slice(++index, index + 1));
    else if (/^--in-place(?:=|$)/.test(value)) suffix = value.slice("--in-place=".length);
    else if (value.startsWith("--")) {
      const flag = LONG_FLAGS.get(value.slice(2));
      if (flag === undefined) isUnsure = true;
      else flags.add(flag);
    } else {
      const [, letters = "", valued = "", rest = ""] = /^-([nErsu]*)(?:([ei])([^]*))?$/.exec(value) ?? [];
      for (const letter of letters) flags.add(letter);
      if (valued === "i") suffix = rest;
      else if (valued === "") isUnsure ||= letters === "";
      else scripts.push(rest === "" ? (words[++index] ?? word) : from(value.length - rest.length));
    }
  }
  const [first, ...others] = operands;
  if (scripts.length > 0 || !first) return { scripts, files: operands, flags, suffix, isUnsure };
  return { scripts: [first], files: others, flags, suffix, isUnsure };
}
