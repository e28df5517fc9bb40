import { describe, expect, test } from "vitest";
import { evaluateCondition, evaluateText, type Status } from "./expressions.js";

const contexts = {
  env: { A: "a", EMPTY: "" },
  github: { ref: "refs/heads/main" },
  inputs: { yes: true, n: 3 },
  steps: { s: { outputs: { x: "1" } } },
};

test.each([
  ["plain", "plain"],
  ["${{ env.A }}-${{ env.NONE }}-${{ inputs.yes }}", "a--true"],
  ["${{ inputs.n }}", "3"],
  ["${{ inputs.n }}\n", "3\n"],
  ["${{ format('{0}/{1}', github.ref, env.A) }}", "refs/heads/main/a"],
  ["${{ 'it''s }}' }}", "it's }}"],
  ["${{ env.EMPTY || 'default' }}", "default"],
  ["${{ inputs.yes && 'on' || 'off' }}", "on"],
  ["${{ fromJSON('[1, 2]')[1] }}", "2"],
  ["${{ toJSON(steps.s.outputs) }}", '{\n  "x": "1"\n}'],
  ["${{ null }}${{ 1.50 }}${{ 0x10 }}", "1.516"],
])("%j is %j", (template, expected) => {
  expect(evaluateText(template, contexts)).toBe(expected);
});

test.each([
  [1.1, "1.1"],
  [true, "true"],
  [null, ""],
  [0, "0"],
])("the YAML value %j is %j", (value, expected) => {
  expect(evaluateText(value, contexts)).toBe(expected);
});

test.each(["${{ unknown.context }}", "${{ env.A", "${{ fromJSON('{') }}"])(
  "%j fails, or stays a text",
  (template) => {
    if (template.includes("}}")) expect(() => evaluateText(template, contexts)).toThrow();
    else expect(evaluateText(template, contexts)).toBe(template);
  },
);

describe("a condition", () => {
  const statuses: readonly Status[] = ["success", "failure", "cancelled"];
  test.each([
    [undefined, ["success"]],
    ["", ["success"]],
    ["env.A == 'A'", ["success"]],
    ["env.A != 'a'", []],
    ["${{ 1 == 2 }}", []],
    ["${{ 1 == 2 }} ", ["success"]],
    ["${{ 1 == 2 }}\n", ["success"]],
    ["1 == 2\n", []],
    ["${{ !always() }}\n", ["success", "failure", "cancelled"]],
    ["x-${{ 1 == 2 }}", ["success"]],
    ["failure()", ["failure"]],
    ["always() && env.A == 'a'", ["success", "failure", "cancelled"]],
    ["!cancelled()", ["success", "failure"]],
    ["cancelled() || failure()", ["failure", "cancelled"]],
    ["contains('failure()', 'x') == false", ["success"]],
    [true, ["success"]],
    [false, []],
  ])("%j is met after %j", (condition, expected) => {
    expect(statuses.filter((status) => evaluateCondition(condition, contexts, status))).toEqual(expected);
  });
});
