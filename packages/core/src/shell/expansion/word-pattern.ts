import type { Word, WordPart } from "unbash";
import type { Context } from "../context.js";
import { knownText } from "../values/value.js";
import { hasStandIn } from "./unknown-expressions.js";
import { escapePattern } from "./patterns.js";
import { expandSingle } from "./single-text.js";
import { partsOf } from "./word-parts.js";

/** A word as a pattern, in which quoted text is literal; `undefined` if it is not known. */
export function patternOf(word: Word, context: Context): string | undefined {
  return joinedParts(word, context, escapePattern);
}

/** A word as an extended regular expression, in which quoted text is literal; `undefined` if it is not known. */
export function expressionOf(word: Word, context: Context): string | undefined {
  return joinedParts(word, context, (text) => text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`));
}

/** Turns quoted text into a part of a pattern. */
type Escape = (text: string) => string;

function joinedParts(word: Word, context: Context, escape: Escape): string | undefined {
  let pattern = "";
  for (const part of partsOf(word)) {
    const piece = patternPart(part, context, escape);
    if (piece === undefined) return undefined;
    pattern += piece;
  }
  return pattern;
}

function patternPart(part: WordPart, context: Context, escape: Escape): string | undefined {
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
