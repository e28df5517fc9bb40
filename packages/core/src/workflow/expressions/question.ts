import { Binary, Grouping, Unary, type Expr } from "@actions/expressions/ast";
import { Kind } from "@actions/expressions/data/expressiondata";
import { TokenType } from "@actions/expressions/lexer";
import { asksForStatus, soleExpression, writtenCondition } from "./condition.js";
import { evaluateParsed, type Contexts } from "./evaluate.js";
import { parseExpression } from "./parse.js";
import { sourceOf } from "./source-of.js";
import { truthOf, type Value } from "./value.js";

/** What a condition asks, so that conditions that ask the same get the same answer. */
export interface ConditionQuestion {
  /** The same text for `a == 'x'`, `'X' == a` and `a != 'x'`. */
  readonly id: string;
  /** Whether the condition is met if the answer is no. */
  readonly isNegated: boolean;
  /** For a comparison with a text: the value that is compared. */
  readonly compared: ComparedValue | undefined;
}

/** A value that a condition compares with a text. Texts are in lower case, because GitHub ignores case. */
export interface ComparedValue {
  /** The start of the id of each question about that value; the text follows it. */
  readonly id: string;
  readonly text: string;
  /** All texts that the value may be; `undefined` if it may be others. */
  readonly possible: readonly string[] | undefined;
}

/**
 * Reads the question of an `if` that is one expression. `undefined` for another condition, and if the condition also depends
 * on whether an earlier step failed: that may change from one step to the next.
 */
export function conditionQuestion(condition: string, contexts: Contexts): ConditionQuestion | undefined {
  const written = writtenCondition(condition);
  if (asksForStatus(written) || truthOf(contexts.status("success")) !== true) return undefined;
  const source = soleExpression(written);
  const expression = source === undefined ? undefined : parseExpression(source);
  return expression && questionOf(expression, contexts, false);
}

function questionOf(expression: Expr, contexts: Contexts, isNegated: boolean): ConditionQuestion {
  if (expression instanceof Grouping) return questionOf(expression.group, contexts, isNegated);
  if (expression instanceof Unary && expression.operator.type === TokenType.BANG)
    return questionOf(expression.expr, contexts, !isNegated);
  if (expression instanceof Binary) {
    const { type } = expression.operator;
    if (type === TokenType.EQUAL_EQUAL) return comparison(expression, contexts, isNegated);
    if (type === TokenType.BANG_EQUAL) return comparison(expression, contexts, !isNegated);
  }
  return { id: `if ${identityOf(expression, contexts)}`, isNegated, compared: undefined };
}

/** The question whether the sides of a comparison are equal. */
function comparison({ left, right }: Binary, contexts: Contexts, isNegated: boolean): ConditionQuestion {
  const texts = [left, right].map((side) => textOf(evaluateParsed(side, contexts)));
  const text = texts[0] ?? texts[1];
  const other = texts[0] === undefined ? left : right;
  if (text === undefined) {
    const sides = [left, right].map((side) => identityOf(side, contexts)).sort();
    return { id: `if ${sides.join(" == ")}`, isNegated, compared: undefined };
  }
  const value = evaluateParsed(other, contexts);
  const possible = value.kind === "choice" ? value.values.map(textOf) : [undefined];
  const id = `if ${identityOf(other, contexts)} == `;
  const areKnown = possible.every((each) => each !== undefined);
  return {
    id: `${id}${text}`,
    isNegated,
    compared: { id, text, possible: areKnown ? possible : undefined },
  };
}

/** A known text in lower case; not one that may be a number, which equals other texts, too. */
function textOf(value: Value): string | undefined {
  if (value.kind !== "known" || value.data.kind !== Kind.String) return undefined;
  const text = value.data.coerceString().toLowerCase();
  return Number.isNaN(Number(text)) ? text : undefined;
}

/** A variable may change between two steps: if its value is not known, that identifies it, not its name. */
function identityOf(expression: Expr, contexts: Contexts): string {
  const value = evaluateParsed(expression, contexts);
  if (value.kind === "unknown") return value.source;
  if (value.kind === "text")
    return value.parts.map((part) => (typeof part === "string" ? `'${part}'` : part.source)).join("");
  return sourceOf(expression);
}
