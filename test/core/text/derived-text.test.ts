import { describe, expect, test } from "vitest";
import {
  applyEdits,
  deriveText,
  fileText,
  type Encode,
  type MappedText,
} from "../../../packages/core/src/text/index.js";
import { indentedText, quotedText } from "./layers.js";

function edited(file: string, text: MappedText, start: number, end: number, replacement: string): string {
  const edit = text.edit(start, end, replacement);
  expect(edit).toBeDefined();
  return applyEdits(file, [edit!]);
}

describe("locations of a derived text", () => {
  const file = String.raw`say "a\nb" now`;
  const text = quotedText(fileText(file), { start: 4, end: 10 });

  test("a literal character is at its own location", () => {
    expect(text.text).toBe("a\nb");
    expect([text.startInFile(0), text.endInFile(1)]).toEqual([5, 6]);
    expect([text.startInFile(2), text.endInFile(3)]).toEqual([8, 9]);
  });

  test("an escaped character is at the location of its escape sequence", () => {
    expect([text.startInFile(1), text.endInFile(2)]).toEqual([6, 8]);
  });

  test("the start is the start of the text in the file", () => {
    expect(text.endInFile(0)).toBe(5);
  });

  test("the end is the end of the last character", () => {
    expect(text.startInFile(3)).toBe(9);
  });

  test("an offset inside an expansion is at the whole expansion", () => {
    const builder = deriveText(fileText("a$Xb"), { start: 0, end: 4 }, (part) => part);
    builder.copy(0, 1);
    builder.replace(1, 3, "long value");
    builder.copy(3, 4);
    const expanded = builder.build();
    expect(expanded.text).toBe("along valueb");
    expect([expanded.startInFile(4), expanded.endInFile(4)]).toEqual([1, 3]);
  });

  test("an empty text is at its span", () => {
    const empty = deriveText(fileText('x = ""'), { start: 5, end: 5 }, (part) => part).build();
    expect([empty.startInFile(0), empty.endInFile(0)]).toEqual([5, 5]);
  });

  test("a text derived from a derived text is located in the file", () => {
    const outerFile = 'run: |\n  say "a\\nb"\n';
    const outer = indentedText(fileText(outerFile), { start: 7, end: outerFile.length });
    const inner = quotedText(outer, { start: 4, end: 10 });
    expect(inner.text).toBe("a\nb");
    expect(outerFile.slice(inner.startInFile(1), inner.endInFile(2))).toBe("\\n");
  });
});

describe("edits of a derived text", () => {
  const file = "run: |\n  one\n  two\n  three\nname: x\n";
  const text = indentedText(fileText(file), { start: 7, end: 27 });

  test("part of a line is replaced in place", () => {
    expect(edited(file, text, 5, 7, "wice")).toBe("run: |\n  one\n  twice\n  three\nname: x\n");
  });

  test("whole lines are inserted before the indentation of the next", () => {
    expect(text.edit(4, 4, "new\n")).toEqual({ start: 13, end: 13, text: "  new\n" });
  });

  test("whole lines are inserted at the start and at the end", () => {
    expect(edited(file, text, 0, 0, "new\n")).toBe("run: |\n  new\n  one\n  two\n  three\nname: x\n");
    expect(edited(file, text, 14, 14, "new\n")).toBe("run: |\n  one\n  two\n  three\n  new\nname: x\n");
  });

  test("whole lines are inserted into an empty text", () => {
    const empty = indentedText(fileText("run: |\nname: x\n"), { start: 7, end: 7 });
    expect(edited("run: |\nname: x\n", empty, 0, 0, "new\n")).toBe("run: |\n  new\nname: x\n");
  });

  test("whole lines are removed with their indentation", () => {
    expect(text.edit(4, 8, "")).toEqual({ start: 13, end: 19, text: "" });
  });

  test("whole lines replace whole lines", () => {
    expect(edited(file, text, 0, 8, "new\n")).toBe("run: |\n  new\n  three\nname: x\n");
  });

  test("replacing the end of a line keeps the next line's indentation", () => {
    expect(edited(file, text, 2, 4, "ly\n")).toBe("run: |\n  only\n  two\n  three\nname: x\n");
    expect(edited(file, text, 10, 14, "irty\n")).toBe("run: |\n  one\n  two\n  thirty\nname: x\n");
  });

  test("joining two lines removes the second line's indentation", () => {
    expect(edited(file, text, 3, 4, "")).toBe("run: |\n  onetwo\n  three\nname: x\n");
    expect(edited(file, text, 0, 4, "one and ")).toBe("run: |\n  one and two\n  three\nname: x\n");
  });

  test("a line is split in two", () => {
    expect(edited(file, text, 1, 1, "\n")).toBe("run: |\n  o\n  ne\n  two\n  three\nname: x\n");
  });

  test("an edit of an inner text is encoded for each layer", () => {
    const outerFile = 'run: |\n  say "a\\nb"\n';
    const outer = indentedText(fileText(outerFile), { start: 7, end: outerFile.length });
    const inner = quotedText(outer, { start: 4, end: 10 });
    expect(edited(outerFile, inner, 2, 2, 'say "c"\n')).toBe('run: |\n  say "a\\nsay \\"c\\"\\nb"\n');
  });

  test("an offset inside an expansion cannot be edited", () => {
    const builder = deriveText(fileText("a$Xb"), { start: 0, end: 4 }, (part) => part);
    builder.copy(0, 1);
    builder.replace(1, 3, "value");
    builder.copy(3, 4);
    const expanded = builder.build();
    expect(expanded.edit(2, 2, "x")).toBeUndefined();
    expect(expanded.edit(0, 3, "x")).toBeUndefined();
    expect(expanded.edit(1, 6, "x")).toEqual({ start: 1, end: 3, text: "x" });
  });

  test("a character that the layer cannot encode is refused", () => {
    const noBell: Encode = (part) => (part.includes("\u0007") ? undefined : part);
    const builder = deriveText(fileText("ab"), { start: 0, end: 2 }, noBell);
    builder.copy(0, 2);
    expect(builder.build().edit(1, 1, "\u0007")).toBeUndefined();
  });

  test.each([
    [-1, 0],
    [2, 1],
    [0, 15],
  ])("an edit outside the text is refused: %i-%i", (start, end) => {
    expect(text.edit(start, end, "x")).toBeUndefined();
  });
});
