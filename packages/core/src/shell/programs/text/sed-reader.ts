import type { MatchBudget } from "../../expansion/match-budget.js";
import { readBracket } from "./sed-pattern.js";

/** The position in the source of a `sed` program. */
export interface Reader {
  readonly source: string;
  index: number;
  readonly isExtended: boolean;
  /** For all regular expressions of the program. */
  readonly budget: MatchBudget;
  /** The lines of a file that a command reads, none if there is no such file; `undefined` if they are not known. */
  readonly linesIn: (name: string) => readonly string[] | undefined;
  /** Whether the program has an error, at which `sed` stops before it reads a line. */
  isInvalid?: boolean;
}

/** Reads what a pattern finds at the position; `undefined` if there is no match. */
export function take(reader: Reader, pattern: RegExp): string | undefined {
  const found = pattern.exec(reader.source.slice(reader.index))?.[0];
  if (found !== undefined) reader.index += found.length;
  return found;
}

/** Reads up to the delimiter in the same line, which a backslash or, in a pattern, brackets make ordinary. */
export function readDelimited(reader: Reader, delimiter: string, isPattern: boolean): string | undefined {
  const { source } = reader;
  let text = "";
  for (let index = reader.index; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === delimiter) {
      reader.index = index + 1;
      return text;
    }
    if (character === "\n") {
      reader.isInvalid = true;
      return undefined;
    }
    const next = source.charAt(index + 1);
    if (character === "\\" && next === delimiter) {
      // It may be special without the backslash, or with it.
      if (isPattern && /[(){}|+?.*[\]^$]/.test(delimiter)) return undefined;
      text += delimiter === "&" ? "\\&" : delimiter;
      index++;
    } else if (character === "\\") {
      text += character + next;
      index++;
    } else if (isPattern && character === "[") {
      const end = readBracket(source, index)?.end;
      if (end === undefined) return undefined;
      text += source.slice(index, end + 1);
      index = end;
    } else text += character;
  }
  return undefined;
}
