import { Kind } from "@actions/expressions/data/expressiondata";
import { TokenType, type Token } from "@actions/expressions/lexer";
import { equals, falsy, greaterThan, lessThan } from "@actions/expressions/result";
import { isSameText, partsOf, truthOf, type KnownValue, type SingleValue } from "./value.js";

/** The result of a comparison operator; `undefined` if it is not known. */
export function compare(left: SingleValue, { type }: Token, right: SingleValue): boolean | undefined {
  if (left.kind === "known" && right.kind === "known") return compareKnown(left, type, right);
  const isEquality = type === TokenType.EQUAL_EQUAL || type === TokenType.BANG_EQUAL;
  if (!isEquality || left.kind === "object" || right.kind === "object") return undefined;
  // An unknown value may be a number that differs from its text.
  if (left.kind === right.kind && isSameText(partsOf(left), partsOf(right)))
    return type === TokenType.EQUAL_EQUAL;
  const differs = (isEmptyText(left) && isSomeText(right)) || (isEmptyText(right) && isSomeText(left));
  return differs ? type === TokenType.BANG_EQUAL : undefined;
}

function isEmptyText(value: SingleValue): boolean {
  return value.kind === "known" && value.data.kind === Kind.String && falsy(value.data);
}

/** Whether a value counts as true; a value that equals an empty text does not. */
function isSomeText(value: SingleValue): boolean {
  return (value.kind === "text" || value.kind === "unknown") && truthOf(value) === true;
}

function compareKnown(
  { data: left }: KnownValue,
  type: TokenType,
  { data: right }: KnownValue,
): boolean | undefined {
  switch (type) {
    case TokenType.EQUAL_EQUAL:
      return equals(left, right);
    case TokenType.BANG_EQUAL:
      return !equals(left, right);
    case TokenType.GREATER:
      return greaterThan(left, right);
    case TokenType.GREATER_EQUAL:
      return equals(left, right) || greaterThan(left, right);
    case TokenType.LESS:
      return lessThan(left, right);
    case TokenType.LESS_EQUAL:
      return equals(left, right) || lessThan(left, right);
    default:
      return undefined;
  }
}
