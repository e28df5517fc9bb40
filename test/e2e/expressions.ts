/** The folders that GitHub's contexts name. */
export interface Contexts {
  readonly runnerTemp: string;
  readonly workspace: string;
}

/**
 * A script or a variable as a runner gets it, in a repository that sets no variables: secrets are there,
 * `x || 'literal'` is the literal, and what else there is has no value.
 */
export function evaluateExpressions(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{([^]*?)\}\}/g, (_, expression: string) => evaluate(expression, contexts));
}

function evaluate(expression: string, { runnerTemp, workspace }: Contexts): string {
  const operands = expression.split("||").map((operand) => operand.trim());
  const last = operands.at(-1) ?? "";
  const literal = /^'((?:[^']|'')*)'$/.exec(last)?.[1] ?? /^\d+$/.exec(last)?.[0];
  if (literal !== undefined) return literal.replaceAll("''", "'");
  if (last.startsWith("toJSON(")) return '""';
  if (last === "runner.temp") return runnerTemp;
  if (last === "github.workspace") return workspace;
  return operands.some((operand) => operand.startsWith("secrets.")) ? "placeholder" : "";
}
