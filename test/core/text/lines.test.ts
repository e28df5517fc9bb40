import { expect, test } from "vitest";
import { firstLine } from "../../../packages/core/src/text/index.js";

test("the first line of a span ends before its line feed", () => {
  expect(firstLine("ab\ncd\n", { start: 1, end: 6 })).toEqual({ start: 1, end: 2 });
});

test("the first line of a span ends before its carriage return and line feed", () => {
  expect(firstLine("ab\r\ncd", { start: 0, end: 6 })).toEqual({ start: 0, end: 2 });
});

test("a span of one line is its own first line", () => {
  expect(firstLine("ab\ncd\n", { start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
});

test("a span that starts between carriage return and line feed has an empty first line", () => {
  expect(firstLine("ab\r\ncd", { start: 3, end: 6 })).toEqual({ start: 3, end: 3 });
});
