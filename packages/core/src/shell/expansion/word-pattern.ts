import type { Word, WordPart } from "unbash";
import type { Context } from "../context.js";
import { lookUp } from "../state/lookup.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { knownText } from "../values/value.js";
import { hasStandIn } from "./unknown-expressions.js";
import { escapePattern } from "./patterns.js";
import { expandSingle } from "./single-text.js";
import { tildeValue } from "./tilde.js";
import { partsOf } from "./word-parts.js";

/** A word as a pattern, in which quoted text is literal; `undefined` if it is not known. */
export function patternOf(word: Word, context: Context): string | undefined {
  return joinedParts(partsOf(word), context, escapePattern);
}

/** The same for the pattern of `case` and `[[`, in which a `~` at the start is expanded. */
export function comparedPatternOf(word: Word, context: Context): string | undefined {
  const [first, ...rest] = partsOf(word);
  if (first?.type !== "Literal" || !first.text.startsWith("~")) return patternOf(word, context);
  const value = tildeValue(first, { isFirst: true, isLast: rest.length === 0, isAssigned: false }, context);
  if (!value) return patternOf(word, context);
  const text = knownText(value);
  // What follows in the same part may be a pattern.
  if (text === undefined || !/^[\w/:.-]*$/.test(text)) return undefined;
  const others = joinedParts(rest, context, escapePattern);
  return others === undefined ? undefined : escapePattern(text) + others;
}

/** A word as an extended regular expression, in which quoted text is literal; `undefined` if it is not known. */
export function expressionOf(word: Word, context: Context): string | undefined {
  const { state } = context;
  const expression = joinedParts(partsOf(word), context, (text, before) =>
    isCompatible(state) || isInSet(before) ? undefined : text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`),
  );
  // Bash drops such a backslash, so that `[\^b]` is a negated set, and `[a\-z]` a range.
  const escaped = expression?.matchAll(/\\[\^-]/g) ?? [];
  const isChanged = [...escaped].some(({ index }) => isInSet(expression?.slice(0, index) ?? ""));
  return isChanged ? undefined : expression;
}

/** Whether quoted text may not be literal in an expression, as in Bash 3.1. */
function isCompatible(state: ShellState): boolean {
  return isOn(state, "compat31") || lookUp(state, "BASH_COMPAT").kind === "set";
}

/** Whether the text after the start of an expression is inside `[...]`, where Bash takes quoted text as it is. */
function isInSet(start: string): boolean {
  const plain = start.replace(/\\[^]/g, "").replace(/\[([:.=])[^\]]*\1\]/g, "");
  return /\[\^?\]?[^\][]*$/.test(plain);
}

/** Turns quoted text into a part of the pattern that starts with `before`; `undefined` if it is not known. */
type Escape = (text: string, before: string) => string | undefined;

function joinedParts(parts: readonly WordPart[], context: Context, escape: Escape): string | undefined {
  let pattern = "";
  for (const part of parts) {
    const piece = patternPart(part, context, (text) => escape(text, pattern));
    if (piece === undefined) return undefined;
    pattern += piece;
  }
  return pattern;
}

function patternPart(
  part: WordPart,
  context: Context,
  escape: (text: string) => string | undefined,
): string | undefined {
  switch (part.type) {
    case "Literal":
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
      // A backslash escapes the same characters as in a pattern.
      return hasStandIn(part.text) ? undefined : part.text;
    case "SimpleExpansion":
    case "ParameterExpansion":
    case "CommandExpansion":
    case "ArithmeticExpansion":
    case "ProcessSubstitution":
      return knownText(expandSingle(part, context));
    case "SingleQuoted":
    case "DoubleQuoted":
    case "AnsiCQuoted":
    case "LocaleString": {
      const text = knownText(expandSingle(part, context));
      return text === undefined ? undefined : escape(text);
    }
  }
}
