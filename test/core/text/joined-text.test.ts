import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  deriveText,
  fileText,
  joinTexts,
  unmappedText,
  type MappedText,
} from "../../../packages/core/src/text/index.js";
import { expectProperty } from "../../support/property.js";

function part(file: string, start: number, end: number): MappedText {
  const builder = deriveText(fileText(file), { start, end }, (text) => text);
  builder.copy(start, end);
  return builder.build();
}

const file = "one.two.three";
const one = part(file, 0, 3);
const two = part(file, 4, 7);
const output = unmappedText("output", { start: 3, end: 4 });

describe("joined texts", () => {
  test("a single text is returned unchanged", () => {
    expect(joinTexts([one])).toBe(one);
  });

  test("no texts give an empty text", () => {
    const joined = joinTexts([]);
    expect(joined.text).toBe("");
    expect([joined.startInFile(0), joined.endInFile(0)]).toEqual([0, 0]);
    expect(joined.edit(0, 0, "x")).toBeUndefined();
  });

  test("each character keeps its location", () => {
    const joined = joinTexts([two, one]);
    expect(joined.text).toBe("twoone");
    expect([joined.startInFile(0), joined.endInFile(3)]).toEqual([4, 7]);
    expect([joined.startInFile(3), joined.endInFile(6)]).toEqual([0, 3]);
  });

  test("empty parts do not affect locations", () => {
    const joined = joinTexts([part(file, 12, 12), one, part(file, 11, 11), two]);
    expect([joined.startInFile(0), joined.endInFile(0)]).toEqual([0, 0]);
    expect([joined.startInFile(3), joined.endInFile(3)]).toEqual([4, 3]);
  });

  test("if all parts are empty, the text is at the first part", () => {
    const joined = joinTexts([part(file, 5, 5), part(file, 9, 9)]);
    expect([joined.startInFile(0), joined.endInFile(0)]).toEqual([5, 5]);
    expect(joined.edit(0, 0, "x")).toEqual({ start: 5, end: 5, text: "x" });
  });

  test("an edit within a part is an edit of that part", () => {
    const joined = joinTexts([one, two]);
    expect(joined.edit(0, 3, "1")).toEqual({ start: 0, end: 3, text: "1" });
    expect(joined.edit(4, 6, "")).toEqual({ start: 5, end: 7, text: "" });
  });

  test("an edit across parts is refused", () => {
    expect(joinTexts([one, two]).edit(2, 4, "x")).toBeUndefined();
  });

  test("an insertion between two parts goes into the later one", () => {
    expect(joinTexts([one, two]).edit(3, 3, "x")).toEqual({ start: 4, end: 4, text: "x" });
  });

  test("an insertion before a part that cannot be edited goes into the part before", () => {
    expect(joinTexts([one, output]).edit(3, 3, "x")).toEqual({ start: 3, end: 3, text: "x" });
  });

  test("an edit of a part that occurs twice is refused", () => {
    const joined = joinTexts([one, two, one]);
    expect(joined.edit(0, 1, "x")).toBeUndefined();
    expect(joined.edit(6, 7, "x")).toBeUndefined();
    expect(joined.edit(3, 4, "x")).toEqual({ start: 4, end: 5, text: "x" });
  });

  test("an edit across two copies of a part is refused", () => {
    expect(joinTexts([one, one]).edit(0, 4, "x")).toBeUndefined();
  });

  test("an edit outside the text is refused", () => {
    expect(joinTexts([one, two]).edit(5, 7, "x")).toBeUndefined();
    expect(joinTexts([one, two]).edit(-1, 0, "x")).toBeUndefined();
  });

  test("random edits of random parts are exact or refused", () => {
    const sources = fc.array(fc.stringMatching(/^[a-z\n]{0,4}$/), { minLength: 1, maxLength: 5 });
    expectProperty(
      fc.property(
        sources,
        fc.nat(),
        fc.nat(),
        fc.stringMatching(/^[a-z\n]{0,3}$/),
        (texts, a, b, replacement) => {
          const source = texts.join("|");
          const joined = joinTexts(partsBetweenBars(source));
          const [start = 0, end = 0] = [a, b].map((n) => n % (joined.text.length + 1)).sort((x, y) => x - y);
          const edit = joined.edit(start, end, replacement);
          if (!edit) return;
          const result = joinTexts(partsBetweenBars(applyEdits(source, [edit])));
          expect(result.text).toBe(joined.text.slice(0, start) + replacement + joined.text.slice(end));
        },
      ),
    );
  });
});

function partsBetweenBars(source: string): MappedText[] {
  let start = 0;
  return source.split("|").map((text) => {
    const result = part(source, start, start + text.length);
    start += text.length + 1;
    return result;
  });
}
