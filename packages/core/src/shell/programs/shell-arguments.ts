import { OPTION_LETTERS } from "../built-ins/shell-options.js";
import type { CallWord } from "../command-call.js";

/** Where a shell gets its script from. */
export type ScriptSource =
  /** The word after `-c`; `undefined` if it is missing. */
  | { readonly kind: "argument"; readonly word: CallWord | undefined }
  | { readonly kind: "file"; readonly word: CallWord }
  | { readonly kind: "input" };

/** The arguments of `bash`, `sh` or `dash`. */
export interface ShellArguments {
  readonly source: ScriptSource;
  readonly isLogin: boolean;
  readonly isInteractive: boolean;
  /** Options of `set` and `shopt` and whether they are on, in the order of the words. */
  readonly options: readonly (readonly [name: string, isOn: boolean])[];
  /** The words after the options, the script or its file included. */
  readonly operands: readonly CallWord[];
}

/** Reads the words after the name of a shell. */
export function readShellArguments(words: readonly CallWord[]): ShellArguments {
  let index = 0;
  let takesScript = false;
  let readsInput = false;
  let isLogin = false;
  let isInteractive = false;
  const options: [string, boolean][] = [];
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (value === "--") {
      index++;
      break;
    }
    if (!/^[-+]./.test(value)) break;
    if (value === "--rcfile" || value === "--init-file") index++;
    if (value === "--login") isLogin = true;
    if (value.startsWith("--")) continue;
    for (const letter of value.slice(1)) {
      if (letter === "c") takesScript = true;
      else if (letter === "s") readsInput = true;
      else if (letter === "l") isLogin = true;
      else if (letter === "i") isInteractive = true;
      else if (letter === "o" || letter === "O")
        options.push([words[++index]?.value ?? "", value.startsWith("-")]);
      else {
        const option = OPTION_LETTERS[letter];
        if (option !== undefined) options.push([option, value.startsWith("-")]);
      }
    }
  }
  const operands = words.slice(index);
  const [first] = operands;
  const source: ScriptSource = takesScript
    ? { kind: "argument", word: first }
    : first !== undefined && !readsInput && first.value !== "-"
      ? { kind: "file", word: first }
      : { kind: "input" };
  return { source, isLogin, isInteractive, options, operands };
}
