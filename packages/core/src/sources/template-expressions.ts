/** The expressions `${{ ... }}` of a text, each on one line, as Go's `\$\{\{(.*?)\}\}` finds them. */
export function templateExpressions(text: string): readonly string[] {
  const expressions: string[] = [];
  let close = -1;
  for (let start = text.indexOf("${{"); start !== -1; start = text.indexOf("${{", start)) {
    if (close < start + 3) close = text.indexOf("}}", start + 3);
    if (close === -1) break;
    const lineFeed = text.indexOf("\n", start);
    if (lineFeed !== -1 && lineFeed < close) {
      start = lineFeed + 1;
      continue;
    }
    expressions.push(text.slice(start, close + 2));
    start = close + 2;
  }
  return expressions;
}

/** Those of a source's body count in the hash that read variables. */
export function readsVariables(expression: string): boolean {
  return expression.includes("env.") || expression.includes("vars.");
}

/** Expressions without content do not count. */
export function isEmptyExpression(expression: string): boolean {
  return expression.slice(3, -2).trim() === "";
}
