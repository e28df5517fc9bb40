import { Star, type Expr, type ExprVisitor } from "@actions/expressions/ast";
import type { Token } from "@actions/expressions/lexer";

const printer: ExprVisitor<string> = {
  visitLiteral: ({ token }) => token.lexeme,
  visitUnary: ({ operator, expr }) => operator.lexeme + sourceOf(expr),
  visitBinary: ({ left, operator, right }) => between([left, right], operator),
  visitLogical: ({ operator, args }) => between(args, operator),
  visitGrouping: ({ group }) => `(${sourceOf(group)})`,
  visitContextAccess: ({ name }) => name.lexeme,
  visitIndexAccess: ({ expr, index }) =>
    index instanceof Star ? `${sourceOf(expr)}.*` : `${sourceOf(expr)}[${sourceOf(index)}]`,
  visitFunctionCall: ({ functionName, args }) => `${functionName.lexeme}(${args.map(sourceOf).join(", ")})`,
};

/** The source of a part of an expression, which identifies its unknown result. */
export function sourceOf(expression: Expr): string {
  return expression.accept(printer);
}

function between(operands: readonly Expr[], { lexeme }: Token): string {
  return operands.map(sourceOf).join(` ${lexeme} `);
}
