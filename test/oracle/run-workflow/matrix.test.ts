import { expect, test } from "vitest";
import { matrixExample } from "../../support/matrix-example.js";
import { combinations } from "./matrix.js";

test("a job without a matrix runs once", () => {
  expect(combinations(undefined)).toEqual([{}]);
});

test("lists are combined, except excluded combinations", () => {
  expect(combinations({ a: [1, 2], b: ["x", "y"], exclude: [{ a: 1, b: "y" }] })).toEqual([
    { a: 1, b: "x" },
    { a: 2, b: "x" },
    { a: 2, b: "y" },
  ]);
});

test("an include extends combinations or adds one", () => {
  expect(combinations(matrixExample.matrix)).toEqual(matrixExample.combinations);
});

test("a matrix with only includes has one combination per include", () => {
  expect(combinations({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});
