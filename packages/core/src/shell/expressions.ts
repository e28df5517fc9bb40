import { deriveText, type MappedText } from "../text/index.js";

/**
 * GitHub replaces `${{ ... }}` before the shell starts. What comes out is not known here, except that
 * these contexts have a variable of the same value in every step's environment.
 */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ["runner.temp", "RUNNER_TEMP"],
  ["runner.tool_cache", "RUNNER_TOOL_CACHE"],
  ["github.workspace", "GITHUB_WORKSPACE"],
]);

const UNKNOWN_EXPRESSION = "GITHUB_EXPRESSION_";

interface Expression {
  readonly start: number;
  readonly end: number;
  /** The shell expansion that stands for it, such as `${RUNNER_TEMP}`. */
  readonly expansion: string;
}

/** A script as the shell sees it: each `${{ ... }}` is the expansion of a variable. */
export function replaceExpressions(script: MappedText): MappedText {
  const expressions = findExpressions(script.text);
  if (expressions.length === 0) return script;
  const builder = deriveText(script, { start: 0, end: script.text.length }, (text) => text);
  let position = 0;
  for (const expression of expressions) {
    builder.copy(position, expression.start);
    builder.replace(expression.start, expression.end, expression.expansion);
    position = expression.end;
  }
  builder.copy(position, script.text.length);
  return builder.build();
}

/** The same for a plain string, such as the value of an environment variable. */
export function replaceExpressionsInString(value: string): string {
  let result = "";
  let position = 0;
  for (const expression of findExpressions(value)) {
    result += value.slice(position, expression.start) + expression.expansion;
    position = expression.end;
  }
  return result + value.slice(position);
}

/** The reverse: each expansion that stands for an expression of `source` becomes that expression again. */
export function restoreExpressions(text: string, source: string): string {
  if (!text.includes(UNKNOWN_EXPRESSION)) return text;
  return text.replace(/\$\{GITHUB_EXPRESSION_\w*\}/g, (expansion) => {
    const written = findExpressions(source).find((expression) => expression.expansion === expansion);
    return written ? source.slice(written.start, written.end) : expansion;
  });
}

function findExpressions(text: string): readonly Expression[] {
  const expressions: Expression[] = [];
  let start = text.indexOf("${{");
  while (start !== -1) {
    const close = text.indexOf("}}", start);
    if (close === -1) break;
    const end = close + 2;
    expressions.push({ start, end, expansion: `\${${variableOf(text.slice(start + 3, close).trim())}}` });
    start = text.indexOf("${{", end);
  }
  return expressions;
}

function variableOf(expression: string): string {
  const known = VARIABLES.get(expression);
  if (known !== undefined) return known;
  const environment = /^env\.([A-Za-z_]\w*)$/.exec(expression)?.[1];
  return environment ?? `${UNKNOWN_EXPRESSION}${expression.replace(/\W/g, "_")}`;
}
