import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { truthy } from "@actions/expressions/result";
import type { Template } from "./workflow-file.js";

/** The data of an expression's contexts (`github`, `env`, ...), by name. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What `success()`, `failure()` and `cancelled()` say of what came before. */
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

/** What stands between `${{` and `}}`: the latter may be part of a string. */
const expression = /\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}/g;
const wholeExpression = new RegExp(`^\\s*${expression.source}\\s*$`);

/** A condition as GitHub has it: without a word about the status, it only holds where all went well. */
export function evaluateCondition(
  condition: Template | undefined,
  contexts: Contexts,
  status: Status,
): boolean {
  const text = typeof condition === "object" ? "" : String(condition ?? "").trim();
  if (text === "") return status === "success";
  const whole = wholeExpression.exec(text)?.[1];
  if (whole === undefined && text.includes("${{")) {
    // Beside other text it makes a text, and that is true unless it is empty.
    return status === "success" && evaluateText(text, contexts) !== "";
  }
  const asked = whole ?? text;
  const withoutStrings = asked.replace(/'(?:[^']|'')*'/g, "''");
  const asksStatus = /(?<![\w.-])(?:success|failure|cancelled|always)\s*\(/i.test(withoutStrings);
  if (!asksStatus && status !== "success") return false;
  return truthy(evaluate(asked, contexts, status));
}

/** A value with its expressions put in, as a text: a boolean is `true` or `false`, `null` is empty. */
export function evaluateText(template: Template | undefined, contexts: Contexts): string {
  return template === undefined ? "" : evaluateData(template, contexts).coerceString();
}

/** A value with its expressions put in, as JSON has it; a text that is one expression keeps its type. */
export function evaluateValue(template: Template, contexts: Contexts): unknown {
  return plain(evaluateData(template, contexts));
}

function evaluateData(template: Template, contexts: Contexts): data.ExpressionData {
  if (typeof template === "string") {
    const whole = wholeExpression.exec(template)?.[1];
    if (whole !== undefined && template.startsWith("${{")) return evaluate(whole, contexts, "success");
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

/** Throws where GitHub fails: bad syntax, unknown names, `fromJSON` of what is no JSON. */
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

/** Of no files: what it gives where no pattern matches. */
const hashFiles = { name: "hashFiles", minArgs: 1, maxArgs: 255, call: () => new data.StringData("") };

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function plain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer));
}
