import { expect, test } from "vitest";
import { deriveText, fileText, spanInFile, unmappedText } from "../../../packages/core/src/text/index.js";

test("the text of a file has the file's offsets", () => {
  const file = fileText("abc");
  expect(spanInFile(file, 1, 2)).toEqual({ start: 1, end: 2 });
  expect(file.edit(1, 2, "x")).toEqual({ start: 1, end: 2, text: "x" });
});

test("an unmapped text is located at its anchor and cannot be edited", () => {
  const text = unmappedText("output", { start: 3, end: 5 });
  expect(spanInFile(text, 1, 4)).toEqual({ start: 3, end: 5 });
  expect(text.edit(0, 0, "x")).toBeUndefined();
});

test("the span of characters excludes surrounding text that produces no characters", () => {
  const builder = deriveText(fileText("..ab..cd.."), { start: 0, end: 10 }, (text) => text);
  builder.copy(2, 4);
  builder.copy(6, 8);
  const text = builder.build();
  expect(spanInFile(text, 0, 2)).toEqual({ start: 2, end: 4 });
  expect(spanInFile(text, 2, 4)).toEqual({ start: 6, end: 8 });
});

test("an empty span is at the start of the next character", () => {
  const builder = deriveText(fileText("..ab..cd.."), { start: 0, end: 10 }, (text) => text);
  builder.copy(2, 4);
  builder.copy(6, 8);
  expect(spanInFile(builder.build(), 2, 2)).toEqual({ start: 6, end: 6 });
});
