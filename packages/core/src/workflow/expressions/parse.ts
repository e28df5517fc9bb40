import type { Expr } from "@actions/expressions/ast";
import type { FunctionInfo } from "@actions/expressions/funcs/info";
import { Lexer } from "@actions/expressions/lexer";
import { Parser } from "@actions/expressions/parser";

/** GitHub's contexts, whatever part of a workflow they are available in. */
const CONTEXTS: readonly string[] = [
  "env",
  "github",
  "inputs",
  "job",
  "jobs",
  "matrix",
  "needs",
  "runner",
  "secrets",
  "steps",
  "strategy",
  "vars",
];

/** Functions that only the runner provides; the parser knows the others itself. */
const RUNNER_FUNCTIONS: readonly FunctionInfo[] = [
  { name: "always", minArgs: 0, maxArgs: 0 },
  { name: "cancelled", minArgs: 0, maxArgs: 0 },
  { name: "failure", minArgs: 0, maxArgs: 255 },
  { name: "success", minArgs: 0, maxArgs: 255 },
  { name: "hashFiles", minArgs: 1, maxArgs: 255 },
];

/** A file repeats the same expressions, and so does a step that is run again. */
const parsed = new Map<string, Expr | undefined>();
const MAX_PARSED = 1_000;

/** Parses the source between `${{` and `}}`; `undefined` if GitHub would reject it. */
export function parseExpression(source: string): Expr | undefined {
  const known = parsed.get(source);
  if (known || parsed.has(source)) return known;
  if (parsed.size >= MAX_PARSED) parsed.clear();
  const expression = parse(source);
  parsed.set(source, expression);
  return expression;
}

function parse(source: string): Expr | undefined {
  try {
    const { tokens } = new Lexer(source).lex();
    return new Parser(tokens, [...CONTEXTS], [...RUNNER_FUNCTIONS]).parse();
  } catch {
    // The lexer and the parser throw at an invalid expression, and GitHub rejects the file.
    return undefined;
  }
}
