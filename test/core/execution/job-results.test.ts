import { describe, expect, test } from "vitest";
import { install, job, script, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

const good = writes(provider("http://172.30.0.30:10000"));

/** Jobs without an effect, each with a key. */
function others(keys: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(([id, key]) => `  ${id}:\n    ${key}\n    runs-on: ubuntu-latest\n    steps: [{ run: make }]\n`)
    .join("");
}

describe("a job that needs a job which never runs", () => {
  const agent = (...keys: readonly string[]): string => job(["needs: [gate]", ...keys], install, start);
  const direct = ["direct noProvider"];

  test("never runs either", () => {
    expect(outcomes(agent() + others({ gate: "if: false" }))).toEqual([]);
    expect(outcomes(agent() + others({ gate: "needs: first", first: "if: ${{ false }}" }))).toEqual([]);
    expect(outcomes(agent("if: vars.RUN") + others({ gate: "if: false" }))).toEqual([]);
  });

  test("runs if its condition asks for that", () => {
    expect(outcomes(agent("if: always()") + others({ gate: "if: false" }))).toEqual(direct);
    expect(outcomes(agent("if: success()") + others({ gate: "if: false" }))).toEqual([]);
    expect(outcomes(agent("if: failure()") + others({ gate: "if: false" }))).toEqual([]);
  });

  test("never runs after a job in between that runs", () => {
    const chained = others({ gate: "needs: first\n    if: ${{ !cancelled() }}", first: "if: false" });
    expect(outcomes(agent() + chained)).toEqual([]);
    expect(outcomes(agent("if: always()") + chained)).toEqual(direct);
  });

  test("never runs if the result of a job in between decides that", () => {
    const chained = others({
      gate: "needs: first\n    if: always() && needs.first.result == 'success'",
      first: "if: false",
    });
    expect(outcomes(agent("if: always() && needs.gate.result == 'success'") + chained)).toEqual([]);
    expect(outcomes(agent("if: always()") + chained)).toEqual(direct);
  });

  test("may run after a failure", () => {
    expect(outcomes(agent("if: failure()") + others({ gate: "timeout-minutes: 5" }))).toEqual(direct);
    expect(outcomes(job(["if: failure()"], install, start))).toEqual([]);
  });

  test.each([
    ["always() && needs.gate.result == 'success'", []],
    ["always() && needs.gate.result == 'skipped'", direct],
  ])("knows its result: %s", (condition, expected) => {
    expect(outcomes(agent(`if: ${condition}`) + others({ gate: "if: false" }))).toEqual(expected);
  });

  test("runs if that job may run", () => {
    expect(outcomes(agent() + others({ gate: "if: vars.RUN" }))).toEqual(direct);
    expect(outcomes(agent())).toEqual(direct);
  });
});

test("a job that runs needs successful jobs, unless its condition asks for their status", () => {
  const agent = (...keys: readonly string[]): readonly string[] =>
    outcomes(
      job(["needs: build", ...keys], install, `${good}\n  if: needs.build.result == 'success'`, start) +
        others({ build: "timeout-minutes: 5" }),
    );
  expect(agent()).toEqual([]);
  expect(agent("if: always()")).toEqual(["undetermined undeterminedCondition"]);
});

test("a condition about the status of other jobs tells nothing about that of steps", () => {
  const condition = "if: ${{ failure() || vars.FORCE }}";
  const text = job(["needs: build", condition], install, `${good}\n  ${condition}`, start);
  expect(outcomes(text + others({ build: "timeout-minutes: 5" }))).toEqual([
    "undetermined undeterminedCondition",
  ]);
});

test("a script of `package.json` may fail, and then Codex starts", () => {
  const afterFailure = (command: string): readonly string[] =>
    outcomes(job([], install, script(command), `${start}\n  if: failure()`));
  // It may also have set `CODEX_HOME`.
  const found = ["undetermined undeterminedValue"];
  expect(afterFailure("npm test")).toEqual(found);
  expect(afterFailure("pnpm -r run build")).toEqual(found);
  expect(afterFailure("npm ci")).toEqual([]);
});
