import { describe, expect, it } from "vitest";
import {
  choice,
  evaluateCondition,
  evaluateExpression,
  known,
  text,
  truthOf,
  unknown,
  type Contexts,
  type Value,
} from "../../../../packages/core/src/workflow/expressions/index.js";

const env: Readonly<Record<string, Value>> = {
  mode: known("Proxy"),
  empty: known(""),
  home: text([unknown("github.workspace", true), "/.codex"]),
  event: choice([known("push"), known("schedule")], "event"),
};

function contexts(status: { readonly success?: boolean } = {}): Contexts {
  const success = status.success ?? true;
  return {
    context: (name) =>
      name === "env"
        ? { kind: "object", get: (key) => env[key.toLowerCase()] ?? known(null) }
        : name === "matrix"
          ? evaluateExpression(`fromJSON('{"os":["a","b"],"n":1.5,"deep":{"x":"y"}}')`, contexts())
          : {
              kind: "object",
              get: (key) => unknown(`${name}.${key}`, key === "workspace" ? true : undefined),
            },
    status: (name) =>
      name === "always"
        ? known(true)
        : name === "cancelled"
          ? known(false)
          : known((name === "success") === success),
  };
}

/** A value as GitHub would insert it into a string, with `?{source}` for unknown parts. */
function shown(value: Value): string {
  switch (value.kind) {
    case "known":
      return value.data.coerceString();
    case "text":
      return value.parts.map((part) => (typeof part === "string" ? part : `?{${part.source}}`)).join("");
    case "unknown":
      return `?{${value.source}}`;
    case "choice":
      return value.values.map(shown).join(" | ");
    case "object":
      return "Object";
  }
}

const evaluate = (source: string): string => shown(evaluateExpression(source, contexts()));

describe("a known expression", () => {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
  it.each([
    ["1 == '1'", "true"],
    ["'' == 0", "true"],
    ["null == 0", "true"],
    ["null == ''", "true"],
    ["null == false", "true"],
    ["true == 1", "true"],
    ["true == 'true'", "false"],
    ["'A' == 'a'", "true"],
    ["'b' > 'A'", "true"],
    ["'x' == 0", "false"],
    ["'0x10' == 16", "true"],
    ["0xff", "255"],
    ["1.0", "1"],
    ["-9.2", "-9.2"],
    ["2.99e-2", "0.0299"],
    ["1 < 2 && 2 <= 2 && !(3 > 4)", "true"],
    ["'a' && 'b'", "b"],
    ["'' && 'b'", ""],
    ["'' || 'b'", "b"],
    ["0 || null || 'c'", "c"],
    ["!''", "true"],
    ["'It''s ''open'' source'", "It's 'open' source"],
    ["format('Hello {0} {1} {0}', 'Mona', 'the')", "Hello Mona the Mona"],
    ["format('{{Hello {0}}}', 'Mona')", "{Hello Mona}"],
    ["contains('Hello world', 'LLO')", "true"],
    ["contains(fromJSON('[\"push\", \"pull_request\"]'), 'Push')", "true"],
    ["startsWith('Hello world', 'he')", "true"],
    ["endsWith('Hello world', 'LD')", "true"],
    ["join(fromJSON('[\"a\", \"b\"]'), ', ')", "a, b"],
    ["join(matrix.os)", "a,b"],
    ["toJSON('a')", '"a"'],
    ["fromJSON('true')", "true"],
    ["matrix.os[1]", "b"],
    ["matrix['deep'].x", "y"],
    ["matrix.deep.X", "y"],
    ["matrix.deep.none", ""],
    ["matrix.os.*", "Array"],
    ["matrix.n", "1.5"],
    ["env.MODE", "Proxy"],
    ["env.none", ""],
    ["env.none || 'default'", "default"],
    ["env['mode'] == 'proxy'", "true"],
    ["always() && success() && !failure() && !cancelled()", "true"],
  ])("%s is %s", (source, result) => {
    expect(evaluate(source)).toBe(result);
  });

  it("formats numbers the way the runner does", () => {
    const value = evaluateExpression("format('{0} {1} {2}', 1e20, 0.00001, 1.50)", contexts());
    expect(shown(value)).toBe("1E+20 1E-05 1.5");
  });
});

describe("an expression with unknown values", () => {
  it.each([
    ["secrets.TOKEN", "?{secrets.TOKEN}"],
    ["secrets.TOKEN || 'none'", "?{secrets.TOKEN} | none"],
    ["'none' || secrets.TOKEN", "none"],
    ["'' && secrets.TOKEN", ""],
    ["secrets.TOKEN == 'x'", "true | false"],
    ["github.ref == 'x' && 'a' || 'b'", "a | b"],
    ["secrets.TOKEN && 'a' || 'b'", "a | b"],
    ["secrets.TOKEN == secrets.TOKEN", "true"],
    ["github.workspace && 'a' || 'b'", "a"],
    ["github.workspace != ''", "true"],
    ["github.event.issue.title", "?{github.event.issue.title}"],
    ["format('{0}/x', env.home)", "?{github.workspace}/.codex/x"],
    ["format('{{{0}}}', github.actor)", "{?{github.actor}}"],
    ["endsWith(env.home, '/.CODEX')", "true"],
    ["endsWith(env.home, '/other')", "false"],
    ["contains(env.home, 'codex')", "true"],
    ["contains(env.home, 'work')", "true | false"],
    ["startsWith(github.actor, 'a') == endsWith(github.actor, 'b')", "true | false"],
    ["toJSON(github) == toJSON(runner)", "true | false"],
    ["hashFiles('**/package-lock.json')", "?{hashFiles('**/package-lock.json')}"],
    ["env.event == 'schedule'", "false | true"],
    ["env.event == 'issues'", "false"],
    ["format('{0}!', env.event)", "push! | schedule!"],
    ["fromJSON('no')", "?{fromJSON('no')}"],
    ["this is none", "?{this is none}"],
    ["format('{1}', 'a')", "?{format('{1}', 'a')}"],
    ["", "?{}"],
  ])("%s is %s", (source, result) => {
    expect(evaluate(source)).toBe(result);
  });

  it("is truthy or undetermined", () => {
    expect(truthOf(evaluateExpression("github.actor", contexts()))).toBeUndefined();
    expect(truthOf(evaluateExpression("env.home", contexts()))).toBe(true);
    expect(truthOf(evaluateExpression("env", contexts()))).toBe(true);
    expect(truthOf(evaluateExpression("github.actor || true", contexts()))).toBe(true);
  });
});

describe("a condition", () => {
  const after = (condition: string | undefined, success: boolean): boolean | undefined =>
    evaluateCondition(condition, contexts({ success }));

  it.each([
    [undefined, true, false],
    ["", true, false],
    ["true", true, false],
    ["false", false, false],
    ["${{ false }}", false, false],
    ["${{ 1 == 2 }}", false, false],
    ["${{ false }} ", true, false],
    [" ${{ false }}", true, false],
    ["${{ false }}\n", true, false],
    ["${{ env.mode == 'direct' }}\n", true, false],
    ["${{ failure() }}\n", true, true],
    [" false\n", false, false],
    ["  \n", true, false],
    ["env.MODE == 'proxy'", true, false],
    ["env.MODE != 'proxy'", false, false],
    ["failure()", false, true],
    ["${{ failure() }}", false, true],
    ["always()", true, true],
    ["!cancelled()", true, true],
    ["!failure()", true, false],
    ["cancelled()", false, false],
    ["Failure() || success()", true, true],
    ["env.MODE == 'failure()'", false, false],
    // With text around it, the expression is a non-empty string, which is never false.
    ["${{ false }} && true", true, false],
    ["${{ always() }} && false", true, true],
    ["github.event_name == 'schedule'", undefined, false],
    ["always() && github.actor", undefined, undefined],
    ["${{ 'a' == 'b' }}", false, false],
    ["not an expression", undefined, false],
  ])("%s lets a step run: %s, and after a failure %s", (condition, succeeding, failing) => {
    expect(after(condition, true)).toBe(succeeding);
    expect(after(condition, false)).toBe(failing);
  });
});
