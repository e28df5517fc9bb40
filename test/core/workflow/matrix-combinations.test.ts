import { expect, it } from "vitest";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { matrixExample } from "../../support/matrix-example.js";

function combinations(matrix: string): unknown {
  const lines = matrix.split("\n").map((line) => `        ${line}`);
  const file = ["on: push", "jobs:", "  a:", "    strategy:", "      matrix:", ...lines, "    steps: []", ""];
  const [job] = parseWorkflow(file.join("\n")).jobs;
  return job?.matrix.kind === "known"
    ? job.matrix.combinations.map((combination) => Object.fromEntries(combination))
    : job?.matrix.kind;
}

it("a matrix combines all values", () => {
  expect(combinations("os: [a, b]\nn: [1, 2]")).toEqual([
    { os: "a", n: 1 },
    { os: "a", n: 2 },
    { os: "b", n: 1 },
    { os: "b", n: 2 },
  ]);
});

it("a matrix applies `include` as GitHub documents it", () => {
  expect(combinations(JSON.stringify(matrixExample.matrix))).toEqual(matrixExample.combinations);
});

it("a matrix applies `exclude` to all combinations that match it", () => {
  const matrix = "os: [a, b]\nn: [1, 2]\nexclude:\n  - os: a\n    n: 2\n  - os: b";
  expect(combinations(matrix)).toEqual([{ os: "a", n: 1 }]);
});

it("a matrix with only `include` has its entries as combinations", () => {
  expect(combinations("include:\n  - v: {a: [x]}\n  - v: True")).toEqual([{ v: { a: ["x"] } }, { v: true }]);
});

it("a matrix is unknown if it is an expression or too large", () => {
  expect(combinations("os: ${{ fromJSON(needs.a.outputs.os) }}")).toBe("unknown");
  const axis = `[${Array.from({ length: 17 }, (_, index) => index).join(", ")}]`;
  expect(combinations(`a: ${axis}\nb: ${axis}`)).toBe("unknown");
});
