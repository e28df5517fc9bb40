import type { Word, WordPart } from "unbash";
import { deriveText, lazyText } from "../../text/index.js";
import { type Context, originOf, unknownAt } from "../context.js";
import { joinValues, mappedValue, textValue, unknownValue, type Value } from "../values/value.js";
import { evaluate } from "./arithmetic/evaluate.js";
import type { Expanded } from "./expanded-parameter.js";
import { expandParameter } from "./parameters.js";
import { quotedText } from "./quoted-text.js";
import { QUOTING } from "./quoting.js";
import { withUnknownExpressions } from "./unknown-expressions.js";
import { partsOf } from "./word-parts.js";
import { firstSeparator } from "./separators.js";

/** Expands a part of a word to one text, as in quotes. */
export function expandSingle(part: WordPart, context: Context): Value {
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
      return singleValue(expandParameter(part, context), part, context);
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

function singleValue(expanded: Expanded, part: WordPart, context: Context): Value {
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
      return expandOperand(expanded.operand, context);
    case "nothing":
      return textValue("", originOf(part, context));
  }
}

/** The value of a word that the shell does not split, such as the operand of `${X:-operand}`. */
export function expandOperand(word: Word, context: Context): Value {
  return joinValues(partsOf(word).map((part) => expandSingle(part, context)));
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
