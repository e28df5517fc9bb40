import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../packages/core/src/text/index.js";

describe("applyEdits", () => {
  test("replaces each span of the unedited text, in any order of the edits", () => {
    const edits = [
      { start: 4, end: 5, text: "EEE" },
      { start: 0, end: 2, text: "" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("cdEEEf");
  });

  test("keeps the order of insertions at one offset", () => {
    const edits = [
      { start: 1, end: 1, text: "1" },
      { start: 1, end: 1, text: "2" },
    ];
    expect(applyEdits("ab", edits)).toBe("a12b");
  });

  test("inserts before a replacement that starts at the same offset", () => {
    const edits = [
      { start: 1, end: 2, text: "B" },
      { start: 1, end: 1, text: "+" },
    ];
    expect(applyEdits("abc", edits)).toBe("a+Bc");
  });

  test("inserts at the end of the text", () => {
    expect(applyEdits("ab", [{ start: 2, end: 2, text: "c" }])).toBe("abc");
  });

  test("refuses edits that overlap", () => {
    const edits = [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ];
    expect(() => applyEdits("abc", edits)).toThrow(RangeError);
  });

  test.each([
    { start: -1, end: 0, text: "" },
    { start: 2, end: 1, text: "" },
    { start: 0, end: 4, text: "" },
  ])("refuses an edit outside the text: $start-$end", (edit) => {
    expect(() => applyEdits("abc", [edit])).toThrow(RangeError);
  });
});
