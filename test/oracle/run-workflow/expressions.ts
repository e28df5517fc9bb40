import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { truthy } from "@actions/expressions/result";
import type { Template } from "./workflow-file.js";

/** The values of an expression's contexts (`github`, `env`, ...), by name. */
export type Contexts = Readonly<Record<string, unknown>>;

/** The status that `success()`, `failure()` and `cancelled()` test. */
export type Status = "success" | "failure" | "cancelled" | "skipped";

const contextNames = [
  "env",
  "github",
  "inputs",
  "job",
  "matrix",
  "needs",
  "runner",
  "secrets",
  "steps",
  "strategy",
  "vars",
];

/** The text between `${{` and `}}`; a string in it may contain `}}`. */
const expression = /\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}/g;
const wholeExpression = new RegExp(`^${expression.source}$`);

/** Evaluates a condition as GitHub does: without a status function, it implies `success()`. */
export function evaluateCondition(
  condition: Template | undefined,
  contexts: Contexts,
  status: Status,
): boolean {
  const written = typeof condition === "object" ? "" : String(condition ?? "");
  // GitHub ignores blanks only around an expression without `${{ }}`.
  const text = written.includes("${{") ? written : written.trim();
  if (text === "") return status === "success";
  const whole = wholeExpression.exec(text)?.[1];
  const asked = whole ?? text;
  const withoutStrings = asked.replace(/'(?:[^']|'')*'/g, "''");
  const asksStatus = /(?<![\w.-])(?:success|failure|cancelled|always)\s*\(/i.test(withoutStrings);
  if (!asksStatus && status !== "success") return false;
  // An expression next to other text yields a text, which is true unless it is empty.
  if (whole === undefined && text.includes("${{")) return evaluateText(text, contexts) !== "";
  return truthy(evaluate(asked, contexts, status));
}

/** Evaluates the expressions in a value and returns a text: a boolean becomes `true` or `false`, `null` becomes empty. */
export function evaluateText(template: Template | undefined, contexts: Contexts): string {
  return template === undefined ? "" : evaluateData(template, contexts).coerceString();
}

/** Evaluates the expressions in a value and returns JSON data; a text that is one expression keeps the expression's type. */
export function evaluateValue(template: Template, contexts: Contexts): unknown {
  return plain(evaluateData(template, contexts));
}

function evaluateData(template: Template, contexts: Contexts): data.ExpressionData {
  if (typeof template === "string") {
    const whole = wholeExpression.exec(template)?.[1];
    if (whole !== undefined) return evaluate(whole, contexts, "success");
    return new data.StringData(
      template.replace(expression, (_, each: string) => evaluate(each, contexts, "success").coerceString()),
    );
  }
  if (typeof template !== "object" || template === null) return toData(template);
  if (Array.isArray(template)) {
    return new data.Array(...template.map((item: Template) => evaluateData(item, contexts)));
  }
  return new data.Dictionary(
    ...Object.entries(template).map(([key, value]) => ({ key, value: evaluateData(value, contexts) })),
  );
}

/** Throws if GitHub would fail: bad syntax, unknown names, `fromJSON` of invalid JSON. */
function evaluate(text: string, contexts: Contexts, status: Status): data.ExpressionData {
  const functions = [...statusFunctions(status), hashFiles];
  const { tokens } = new Lexer(text).lex();
  const tree = new Parser(tokens, contextNames, functions).parse();
  const values = new data.Dictionary(
    ...contextNames.map((key) => ({ key, value: toData(contexts[key] ?? {}) })),
  );
  return new Evaluator(
    tree,
    values,
    new Map(functions.map((each) => [each.name.toLowerCase(), each])),
  ).evaluate();
}

function statusFunctions(status: Status) {
  const holds = {
    always: true,
    cancelled: status === "cancelled",
    failure: status === "failure",
    success: status === "success",
  };
  return Object.entries(holds).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
}

/** Returns the result for patterns that match no file. */
const hashFiles = { name: "hashFiles", minArgs: 1, maxArgs: 255, call: () => new data.StringData("") };

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function plain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer));
}
