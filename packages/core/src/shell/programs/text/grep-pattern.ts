import type { CallWord } from "../../command-call.js";
import { matchExpression } from "../../commands/regular-expression.js";
import { createBudget } from "../../expansion/match-budget.js";

/** How the patterns of a call are matched. */
export interface Matching {
  readonly isFixed: boolean;
  readonly isExtended: boolean;
  readonly ignoresCase: boolean;
  readonly isWord: boolean;
  readonly isLine: boolean;
}

/** The sets that GNU's escapes stand for. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ["s", "[[:space:]]"],
  ["S", "[^[:space:]]"],
  ["w", "[[:alnum:]_]"],
  ["W", "[^[:alnum:]_]"],
]);

/** Whether a line matches; `undefined` if that is not known. */
export type LineTest = (line: string) => boolean | undefined;

/** A test whether one of several patterns matches; `undefined` if one is not modelled. */
export function anyTest(patterns: readonly CallWord[], matching: Matching): LineTest | undefined {
  const tests = patterns.map(({ value }) => lineTest(value, matching)).filter((test) => test !== undefined);
  if (tests.length < patterns.length) return undefined;
  return (line) => {
    const results = tests.map((test) => test(line));
    return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
  };
}

function lineTest(pattern: string, matching: Matching): LineTest | undefined {
  const { isFixed, isExtended, ignoresCase, isWord, isLine } = matching;
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  if (isFixed || /^[\w\s"'#:;,/=@%&~<>!-]*$/.test(pattern)) {
    if (pattern.includes("\n") || isWord) return undefined;
    const wanted = fold(pattern);
    return isLine ? (line) => fold(line) === wanted : (line) => fold(line).includes(wanted);
  }
  if (isWord) return undefined;
  const source = isExtended ? pattern : extendedOf(pattern);
  if (source === undefined || hasEscapeInSet(source)) return undefined;
  const classes = source.replaceAll(/\\([^])/g, (escape, letter: string) => CLASSES.get(letter) ?? escape);
  const whole = isLine ? `^(${fold(classes)})$` : fold(classes);
  const word = { type: "Word", text: whole, value: whole, pos: 0, end: 0 } as const;
  const budget = createBudget();
  return (line) => {
    const match = matchExpression(fold(line), whole, word, budget);
    return match === undefined ? undefined : match !== "none";
  };
}

/** Whether a set has a backslash before a letter, which are two members of it. */
function hasEscapeInSet(source: string): boolean {
  return (source.match(/\\[^]|\[\^?\]?[^\]]*/g) ?? []).some((token) => /^\[.*\\[A-Za-z]/.test(token));
}

/** Converts a basic regular expression to an extended one; `undefined` for escapes that are not modelled. */
function extendedOf(pattern: string): string | undefined {
  let result = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "\\") {
      const next = pattern.charAt(++index);
      if (/[(){}|+?]/.test(next)) result += next;
      else if (/[.*[\]^$\\/swSW]/.test(next)) result += `\\${next}`;
      else if (/[-"'=:@#%&,; ]/.test(next)) result += next;
      else return undefined;
    } else if (/[(){}|+?]/.test(character)) result += `\\${character}`;
    else if (character === "*" && (result === "" || result.endsWith("("))) result += "\\*";
    else result += character;
  }
  return result;
}
