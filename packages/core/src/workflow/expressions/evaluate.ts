import {
  Star,
  type Binary,
  type ContextAccess,
  type Expr,
  type ExprVisitor,
  type FunctionCall,
  type Grouping,
  type IndexAccess,
  type Literal,
  type Logical,
  type Unary,
} from "@actions/expressions/ast";
import { TokenType } from "@actions/expressions/lexer";
import { compare } from "./compare.js";
import { callFunction } from "./functions.js";
import { allMembers, member } from "./members.js";
import { parseExpression } from "./parse.js";
import { sourceOf } from "./source-of.js";
import { EITHER, choice, known, truthOf, unknown, type SingleValue, type Value } from "./value.js";

/** The contexts and status functions that an expression may read. */
export interface Contexts {
  /** `github`, `env`, ..., in lower case. */
  readonly context: (name: string) => Value;
  /** `success`, `failure`, `always`, `cancelled`, in lower case. */
  readonly status: (name: string) => Value;
}

/**
 * Evaluates the source between `${{` and `}}`. Never throws: the result is unknown if GitHub would reject the
 * expression or fail at it.
 */
export function evaluateExpression(source: string, contexts: Contexts): Value {
  const expression = parseExpression(source);
  return expression ? evaluateParsed(expression, contexts) : unknown(source.trim());
}

/** Evaluates an expression or a part of one. */
export function evaluateParsed(expression: Expr, contexts: Contexts): Value {
  return expression.accept(evaluator(contexts));
}

function evaluator(contexts: Contexts): ExprVisitor<Value> {
  const evaluate = (expression: Expr): Value => expression.accept(visitor);

  /** Applies an operation to each combination of the possible values. */
  function combine(
    node: Expr,
    values: readonly Value[],
    apply: (singles: readonly SingleValue[]) => Value,
  ): Value {
    if (values.every(isSingle)) return apply(values);
    let combinations: readonly (readonly SingleValue[])[] = [[]];
    for (const value of values) {
      const singles = singlesOf(value);
      combinations = combinations.flatMap((before) => singles.map((single) => [...before, single]));
      if (combinations.length > 100) return unknown(sourceOf(node));
    }
    return choice(combinations.map(apply), sourceOf(node));
  }

  function logical(node: Logical): Value {
    const { operator, args } = node;
    const stopsAt = operator.type === TokenType.OR;
    const possible: Value[] = [];
    for (const [index, arg] of args.entries()) {
      let goesOn = false;
      for (const value of singlesOf(evaluate(arg))) {
        const truth = truthOf(value);
        if (truth !== stopsAt) goesOn = true;
        if (index === args.length - 1 || truth === stopsAt) possible.push(value);
        else if (truth === undefined) possible.push(withTruth(value, stopsAt));
      }
      if (!goesOn) break;
    }
    return choice(possible, sourceOf(node));
  }

  const visitor: ExprVisitor<Value> = {
    visitLiteral: ({ literal, token }: Literal): Value =>
      // The package's lexer unescapes only the first doubled quote.
      token.type === TokenType.STRING
        ? known(token.lexeme.slice(1, -1).replaceAll("''", "'"))
        : { kind: "known", data: literal },
    visitGrouping: ({ group }: Grouping): Value => evaluate(group),
    visitLogical: logical,
    visitUnary(node: Unary): Value {
      return combine(node, [evaluate(node.expr)], ([value]) => {
        const truth = value && truthOf(value);
        return truth === undefined ? EITHER : known(!truth);
      });
    },
    visitBinary(node: Binary): Value {
      return combine(node, [evaluate(node.left), evaluate(node.right)], ([first, second]) => {
        const result = first && second && compare(first, node.operator, second);
        return result === undefined ? EITHER : known(result);
      });
    },
    visitContextAccess: ({ name }: ContextAccess): Value => contexts.context(name.lexeme.toLowerCase()),
    visitIndexAccess(node: IndexAccess): Value {
      const { expr, index } = node;
      const object = evaluate(expr);
      const open = (): Value => unknown(sourceOf(node));
      if (index instanceof Star) return combine(node, [object], ([value]) => allMembers(value) ?? open());
      return combine(node, [object, evaluate(index)], ([value, key]) => member(value, key) ?? open());
    },
    visitFunctionCall(node: FunctionCall): Value {
      const name = node.functionName.lexeme.toLowerCase();
      if (["success", "failure", "always", "cancelled"].includes(name)) return contexts.status(name);
      return combine(node, node.args.map(evaluate), (singles) => callFunction(name, singles, sourceOf(node)));
    },
  };
  return visitor;
}

function isSingle(value: Value): value is SingleValue {
  return value.kind !== "choice";
}

function singlesOf(value: Value): readonly SingleValue[] {
  return value.kind === "choice" ? value.values.flatMap(singlesOf) : [value];
}

/** A value that ends the evaluation of `||` counts as true, and one that ends `&&` as false. */
function withTruth(value: SingleValue, truth: boolean): Value {
  return value.kind === "unknown" ? { ...value, truth } : value;
}
