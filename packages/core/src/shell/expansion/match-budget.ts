import { MAX_TEXT } from "../values/text-limit.js";

/** What is left of the steps that the regular expressions of one command may take; below 0 once they are too many. */
export interface MatchBudget {
  steps: number;
}

/** Some tenths of a second. */
const MAX_STEPS = 50_000_000;

/** The budget of one command. */
export function createBudget(): MatchBudget {
  return { steps: MAX_STEPS };
}

/** Whether the regular expressions would have taken too long, so that what they found is not known. */
export function isSpent({ steps }: MatchBudget): boolean {
  return steps < 0;
}

/** Takes the steps of one match, or of all matches in a text, from the budget; `false` if they are too many. */
export function spend(budget: MatchBudget, { source }: RegExp, text: string): boolean {
  if (budget.steps >= 0) budget.steps -= stepsOf(source, text);
  return budget.steps >= 0;
}

/** Whether a group is repeated, which may take exponential time. */
export function repeatsGroup(source: string): boolean {
  return /\)[*+{]/.test(source);
}

/** A regular expression that counts its steps. */
export interface Matcher {
  /** Whether it matches a part of the text; `false` if that takes too long. */
  readonly test: (text: string) => boolean;
  /** The text with its matches replaced, as `String.replace` does; the text itself if that takes or becomes too long. */
  readonly replace: (
    text: string,
    replacement: (...match: readonly (string | number | undefined)[]) => string,
  ) => string;
}

/** Makes a regular expression take its steps from a budget. No group of it may be repeated. */
export function createMatcher(expression: RegExp, budget: MatchBudget): Matcher {
  return {
    test: (text) => spend(budget, expression, text) && expression.test(text),
    replace: (text, replacement) => {
      if (!spend(budget, expression, text)) return text;
      let length = text.length;
      const result = text.replace(expression, (...match: readonly (string | number | undefined)[]) => {
        if (isSpent(budget)) return "";
        const inserted = replacement(...match);
        length += inserted.length - String(match[0]).length;
        if (length > MAX_TEXT) budget.steps = -1;
        return inserted;
      });
      return isSpent(budget) ? text : result;
    },
  };
}

/**
 * An upper bound of the ways in which an expression may match: it begins at each place where its first letters are, its
 * repetitions end anywhere after that, one after the other, and each `?` and `|` doubles the number.
 */
function stepsOf(source: string, text: string): number {
  const repetitions = source.match(/[*+{]/g)?.length ?? 0;
  const choices = source.match(/[?|]/g)?.length ?? 0;
  let steps = (repetitions + choices === 0 ? 1 : startsOf(source, text)) * 2 ** choices;
  for (let index = 1; index <= repetitions; index++) steps *= (text.length + index) / index;
  return steps + text.length;
}

/** How many places a match may begin at. */
function startsOf(source: string, text: string): number {
  if (source.includes("|")) return text.length + 1;
  if (source.startsWith("^")) return 1;
  const first = /^[\w "':#,;=@%&~<>!-]+(?![*+?{])/.exec(source)?.[0];
  return first === undefined ? text.length + 1 : text.toLowerCase().split(first.toLowerCase()).length;
}
