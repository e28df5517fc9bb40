import { expect, test } from "vitest";
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

// The example in GitHub's documentation.
test("an include extends combinations or adds one", () => {
  const matrix = {
    fruit: ["apple", "pear"],
    animal: ["cat", "dog"],
    include: [
      { color: "green" },
      { color: "pink", animal: "cat" },
      { fruit: "apple", shape: "circle" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ],
  };
  expect(combinations(matrix)).toEqual([
    { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
    { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
    { fruit: "pear", animal: "cat", color: "pink" },
    { fruit: "pear", animal: "dog", color: "green" },
    { fruit: "banana" },
    { fruit: "banana", animal: "cat" },
  ]);
});

test("a matrix with only includes has one combination per include", () => {
  expect(combinations({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});
