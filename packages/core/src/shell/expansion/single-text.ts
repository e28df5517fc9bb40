import { parse, type Word, type WordPart } from "unbash";
import { deriveText, lazyText, unmappedText } from "../../text/index.js";
import { type Context, originOf, unknownAt } from "../context.js";
import { joinValues, mappedValue, textValue, unknownValue, type Value } from "../values/value.js";
import { evaluate } from "./arithmetic/evaluate.js";
import type { Expanded } from "./expanded-parameter.js";
import { expandParameter } from "./parameters.js";
import { quotedText } from "./quoted-text.js";
import { QUOTING } from "./quoting.js";
import { tildeValue } from "./tilde.js";
import { withUnknownExpressions } from "./unknown-expressions.js";
import { partsOf } from "./word-parts.js";
import { firstSeparator } from "./separators.js";

/** Expands a part of a word to one text; `isQuoted` says whether the part is in double quotes, or in a here-document. */
export function expandSingle(part: WordPart, context: Context, isQuoted = false): Value {
  switch (part.type) {
    case "Literal":
      return literalValue(part, context);
    case "SingleQuoted":
      return sliceOfScript(part.pos + 1, part.end - 1, part, "single-quoted", context);
    case "DoubleQuoted":
      return quotedText(
        part.parts,
        { pos: part.pos + 1, end: part.end - 1 },
        "double-quoted",
        context,
        false,
      );
    case "LocaleString":
      return quotedText(part.parts, part, "double-quoted", context, false);
    case "AnsiCQuoted":
      return textValue(part.value, originOf(part, context));
    case "SimpleExpansion":
    case "ParameterExpansion":
      return singleValue(expandParameter(part, context, isQuoted), part, context, isQuoted);
    case "CommandExpansion":
      return context.substitutions.command(part, context);
    case "ArithmeticExpansion": {
      const value = part.expression ? evaluate(part.expression, context) : undefined;
      return value === undefined
        ? unknownValue({ ...unknownAt(part, context, `\`${part.text}\``), integer: "never empty" })
        : textValue(String(value), originOf(part, context));
    }
    case "ProcessSubstitution":
      return context.substitutions.process(part, context);
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
      return sliceOfScript(part.pos, part.end, part, "unquoted", context);
  }
}

function singleValue(expanded: Expanded, part: WordPart, context: Context, isQuoted: boolean): Value {
  switch (expanded.kind) {
    case "value":
      return expanded.value;
    case "fields": {
      const separator = textValue(
        expanded.joins ? firstSeparator(context.state) : " ",
        originOf(part, context),
      );
      return joinValues(
        expanded.values.flatMap((value, index) => (index > 0 ? [separator, value] : [value])),
      );
    }
    case "operand":
      return expandOperand(expanded.operand, context, isQuoted);
    case "nothing":
      return textValue("", originOf(part, context));
  }
}

/** The value of an operand that the shell does not split, as of `"${X:-operand}"`. */
export function expandOperand(word: Word, context: Context, isQuoted = false): Value {
  const parts = partsOf(word);
  if (isQuoted && parts.some(isReadOtherwise)) return quotedOperand(word, context);
  return joinValues(
    parts.map((part, index) => {
      const place = {
        isFirst: index === 0 && !isQuoted,
        isLast: index === parts.length - 1,
        isAssigned: false,
      };
      return tildeValue(part, place, context) ?? expandSingle(part, context, isQuoted);
    }),
  );
}

/** Whether a part of an operand means something else in quotes: there, `'` is a character, and so are most backslashes. */
function isReadOtherwise({ type, text }: WordPart): boolean {
  return type === "SingleQuoted" || type === "AnsiCQuoted" || (type === "Literal" && text.includes("\\"));
}

/** The value of an operand in double quotes, which its own double quotes interrupt, or in a here-document. */
function quotedOperand(word: Word, context: Context): Value {
  if (/(?<!\\)(?:`|\$\()/.test(word.text)) return unknownValue(unknownAt(word, context, `\`${word.text}\``));
  const text = word.text.replaceAll(/\\([^])|"/g, (found, escaped?: string) =>
    escaped === "}" ? "}" : escaped === undefined ? "" : found,
  );
  const source = `: "${text}"`;
  const command = parse(source).commands[0]?.command;
  const [only] = command?.type === "Command" ? command.args : [];
  const [part] = only?.type === "Word" ? partsOf(only) : [];
  if (part?.type !== "DoubleQuoted" || part.end !== source.length)
    return unknownValue(unknownAt(word, context, `\`${word.text}\``));
  return expandSingle(part, { ...context, script: unmappedText(source, originOf(word, context)) });
}

function literalValue(part: Extract<WordPart, { type: "Literal" }>, context: Context): Value {
  if (!part.text.includes("\\")) return sliceOfScript(part.pos, part.end, part, "unquoted", context);
  return quotedText([part], part, "unquoted", context, false);
}

function sliceOfScript(
  start: number,
  end: number,
  part: WordPart,
  quoting: "single-quoted" | "unquoted",
  { script }: Context,
): Value {
  const span = quoting === "single-quoted" ? { start, end } : { start: part.pos, end: part.end };
  const text = script.text.slice(start, end);
  return withUnknownExpressions(
    mappedValue(
      lazyText(text, () => {
        const builder = deriveText(script, span, QUOTING[quoting].encode);
        builder.copy(start, end);
        return builder.build();
      }),
    ),
  );
}
