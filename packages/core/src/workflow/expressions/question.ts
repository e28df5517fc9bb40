import { Binary, Grouping, Logical, Unary, type Expr } from "@actions/expressions/ast";
import { Kind } from "@actions/expressions/data/expressiondata";
import { TokenType } from "@actions/expressions/lexer";
import { soleExpression, writtenCondition } from "./condition.js";
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

/** A condition whose parts are known or asked for. */
export type ReadCondition =
  | { readonly kind: "known"; readonly truth: boolean }
  | { readonly kind: "question"; readonly question: ConditionQuestion }
  | ConditionParts;

/** A condition that is met if every one, or some, of its parts is. */
export interface ConditionParts extends Pick<ConditionQuestion, "id" | "isNegated"> {
  readonly kind: "every" | "some";
  readonly parts: readonly ReadCondition[];
}

/**
 * Reads an `if` that is one expression. `undefined` for another condition, and if it is not known whether an earlier step
 * failed: that may change from one step to the next.
 */
export function readCondition(condition: string, contexts: Contexts): ReadCondition | undefined {
  if (truthOf(contexts.status("success")) === undefined) return undefined;
  const source = soleExpression(writtenCondition(condition));
  const expression = source === undefined ? undefined : parseExpression(source);
  if (!expression) return undefined;
  const read = readParts(expression, contexts, false);
  return countOf(read) <= MAX_QUESTIONS
    ? read
    : { kind: "question", question: questionOf(expression, contexts, false) };
}

/** A condition with more questions is one question as a whole: each of them takes a way of its own. */
const MAX_QUESTIONS = 4;

function countOf(condition: ReadCondition): number {
  if (condition.kind === "known") return 0;
  if (condition.kind === "question") return 1;
  return condition.parts.reduce((sum, part) => sum + countOf(part), 0);
}

function readParts(expression: Expr, contexts: Contexts, isNegated: boolean): ReadCondition {
  if (expression instanceof Grouping) return readParts(expression.group, contexts, isNegated);
  if (expression instanceof Unary && expression.operator.type === TokenType.BANG)
    return readParts(expression.expr, contexts, !isNegated);
  const truth = truthOf(evaluateParsed(expression, contexts));
  if (truth !== undefined) return { kind: "known", truth: truth !== isNegated };
  if (!(expression instanceof Logical))
    return { kind: "question", question: questionOf(expression, contexts, isNegated) };
  return readLogical(expression, contexts, isNegated);
}

/** Nests the arguments, so that `a && b && c` asks what `a && b` asks. */
function readLogical({ operator, args }: Logical, contexts: Contexts, isNegated: boolean): ReadCondition {
  const isAnd = operator.type === TokenType.AND;
  const parts = args.map((arg) => ({
    id: `if ${identityOf(arg, contexts)}`,
    read: readParts(arg, contexts, isNegated),
  }));
  return parts.reduce(({ id: before, read }, { id: own, read: part }) => {
    const id = `${before} ${isAnd ? "&&" : "||"} ${own}`;
    return { id, read: { kind: isAnd === isNegated ? "some" : "every", parts: [read, part], id, isNegated } };
  }).read;
}

function questionOf(expression: Expr, contexts: Contexts, isNegated: boolean): ConditionQuestion {
  if (expression instanceof Binary) {
    const { type } = expression.operator;
    if (type === TokenType.EQUAL_EQUAL) return comparison(expression, contexts, isNegated);
    if (type === TokenType.BANG_EQUAL) return comparison(expression, contexts, !isNegated);
  }
  return { id: `if ${identityOf(expression, contexts)}`, isNegated, compared: undefined };
}

/** The question whether the sides of a comparison are equal. */
function comparison({ left, right }: Binary, contexts: Contexts, isNegated: boolean): ConditionQuestion {
  const empty = [left, right].find((side) => isEmptyText(evaluateParsed(side, contexts)));
  // Exactly the values that count as false equal an empty text.
  if (empty)
    return {
      id: `if ${identityOf(empty === left ? right : left, contexts)}`,
      isNegated: !isNegated,
      compared: undefined,
    };
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

function isEmptyText(value: Value): boolean {
  return value.kind === "known" && value.data.kind === Kind.String && value.data.coerceString() === "";
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
