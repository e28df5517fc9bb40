import type { Word } from "unbash";
import { createBudget, repeatsGroup, spend, type MatchBudget } from "../expansion/match-budget.js";

const CLASSES: Readonly<Record<string, string>> = {
  alpha: "A-Za-z",
  digit: "0-9",
  alnum: "A-Za-z0-9",
  upper: "A-Z",
  lower: "a-z",
  space: "\\s",
  blank: " \\t",
  xdigit: "0-9A-Fa-f",
};

/**
 * The groups that an extended regular expression finds in a text; `undefined` if the expression may mean something
 * else in JavaScript, or may take long.
 */
export function matchExpression(
  text: string,
  pattern: string,
  word: Word,
  budget: MatchBudget = createBudget(),
): readonly string[] | "none" | undefined {
  if (repeatsGroup(pattern)) return undefined;
  // Which other characters are letters depends on the locale.
  if (pattern.includes("[:") && /[^\0-\x7f]/.test(text)) return undefined;
  // Quoted text is literal, and reaches `pattern` with backslashes; other backslashes are the expression's own.
  const hasQuotes =
    word.parts?.some(({ type }) => type === "SingleQuoted" || type === "DoubleQuoted") ?? false;
  if (hasQuotes && /\\[a-zA-Z0-9]/.test(pattern)) return undefined;
  const source = withEscapedBrackets(pattern)?.replace(
    /\[:(\w+):\]/g,
    (whole, name: string) => CLASSES[name] ?? whole,
  );
  if (source === undefined || source.includes("[:") || /\\[<>bBwWsSdD0-9]/.test(source.replaceAll("\\s", "")))
    return undefined;
  let expression: RegExp;
  try {
    expression = new RegExp(source.replace(/\\([-@!'"#%&,/:;<=>`~ ])/g, "$1"), "s");
  } catch {
    // JavaScript cannot compile it: what Bash does with it is not known.
    return undefined;
  }
  if (!spend(budget, expression, text)) return undefined;
  const match = expression.exec(text);
  return match ? match.map((group: string | undefined) => group ?? "") : "none";
}

/** An expression whose sets mean the same in JavaScript: a `]` that comes first is a member; `undefined` if one has no end. */
function withEscapedBrackets(pattern: string): string | undefined {
  let result = "";
  for (let index = 0; index < pattern.length; index++) {
    if (pattern[index] === "\\") result += pattern.slice(index, ++index + 1);
    else if (pattern[index] !== "[") result += pattern.charAt(index);
    else {
      const [, start = "", bracket = ""] = /^(\[\^?)(\]?)/.exec(pattern.slice(index, index + 3)) ?? [];
      const end = endOfSet(pattern, index + start.length + bracket.length);
      if (end === undefined) return undefined;
      const rest = pattern.slice(index + start.length + bracket.length, end + 1);
      // A backslash in a set is a member.
      if (/\\[A-Za-z\d]/.test(rest)) return undefined;
      result += start + (bracket === "" ? "" : "\\]") + rest;
      index = end;
    }
  }
  return result;
}

/** The index of the `]` that ends a set. */
function endOfSet(pattern: string, from: number): number | undefined {
  for (let index = from; index < pattern.length; index++) {
    // What JavaScript takes for an escaped bracket ends the set in Bash.
    if (pattern[index] === "]") return pattern[index - 1] === "\\" ? undefined : index;
    if (!pattern.startsWith("[:", index)) continue;
    const end = pattern.indexOf(":]", index);
    if (end === -1) return undefined;
    index = end + 1;
  }
  return undefined;
}
