import fc from "fast-check";
import { expect, test } from "vitest";
import {
  firstLine,
  lineEnd,
  lineNumber,
  lineNumbers,
  linesOf,
  lineStart,
  nextLineStart,
  offsetOfLine,
  positionAt,
} from "../../../packages/core/src/text/index.js";
import { expectProperty } from "../../support/property.js";

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

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 2, 1],
  [4, 2, 2],
  [5, 3, 1],
])('offset %i of "ab\\nc\\n" is at line %i, column %i', (offset, line, column) => {
  expect(positionAt("ab\nc\n", offset)).toEqual({ line, column });
  expect(lineNumbers("ab\nc\n")(offset)).toBe(line);
  expect(offsetOfLine("ab\nc\n", line) + column - 1).toBe(offset);
});

test("a line starts after the line feed before it, even if the text starts with one", () => {
  expect(lineStart("\nab", 0)).toBe(0);
  expect(lineStart("\nab", 2)).toBe(1);
});

test("a line ends before its carriage return, and the next one starts after its line feed", () => {
  expect(lineEnd("ab\r\ncd", 1)).toBe(2);
  expect(nextLineStart("ab\r\ncd", 1)).toBe(4);
  expect([lineEnd("ab\r", 0), nextLineStart("ab\r", 0)]).toEqual([3, 3]);
});

test("the lines with their line endings add up to the text", () => {
  expectProperty(
    fc.property(fc.stringMatching(/^[a\r\n]*$/), (text) => {
      const lines = linesOf(text);
      expect(lines.map(({ start, next }) => text.slice(start, next)).join("")).toBe(text);
      for (const { start, end } of lines) expect(text.slice(start, end)).not.toContain("\n");
    }),
  );
});

test("the line number of an offset is the number of line feeds before it, plus one", () => {
  expectProperty(
    fc.property(fc.stringMatching(/^[a\r\n]*$/), fc.nat(), (text, number) => {
      const offset = number % (text.length + 1);
      const line = text.slice(0, offset).split("\n").length;
      expect([lineNumber(text, offset), lineNumbers(text)(offset)]).toEqual([line, line]);
      expect(positionAt(text, offset)).toEqual({ line, column: offset - lineStart(text, offset) + 1 });
    }),
  );
});
