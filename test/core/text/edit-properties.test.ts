import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type TextEdit } from "../../../packages/core/src/text/index.js";
import { expectProperty } from "../../support/property.js";

const unit = fc.constantFrom("a", "b", "\r\n", "\n", "é", "😀");
const text = fc.string({ unit, maxLength: 20 });

/** A text and ordered, non-overlapping edits of it; some touch, some insert at the same offset. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.string({ unit, maxLength: 3 })), { maxLength: 4 }))
  .map(([source, changes]) => {
    const offsets = changes
      .flatMap(([offset]) => [offset, offset >> 4])
      .map((offset) => offset % (source.length + 1))
      .sort((a, b) => a - b);
    const edits = changes.map(([, replacement], index): TextEdit => ({
      start: offsets[index * 2]!,
      end: offsets[index * 2 + 1]!,
      text: replacement,
    }));
    return { source, edits };
  });

const isInsertion = ({ start, end }: TextEdit): boolean => start === end;

describe("edits that do not overlap", () => {
  test("give the same text as applying them one by one from the last to the first", () => {
    expectProperty(
      fc.property(edited, ({ source, edits }) => {
        // An insertion comes before a replacement that starts at the same offset.
        const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
        const oneByOne = ordered.reduceRight(
          (result, { start, end, text: replacement }) =>
            result.slice(0, start) + replacement + result.slice(end),
          source,
        );
        expect(applyEdits(source, edits)).toBe(oneByOne);
      }),
    );
  });

  test("give the same text in any order, except insertions at the same offset", () => {
    const shuffled = edited.chain(({ source, edits }) =>
      fc.shuffledSubarray(edits, { minLength: edits.length }).map((others) => ({ source, edits, others })),
    );
    expectProperty(
      fc.property(shuffled, ({ source, edits, others }) => {
        const insertions = edits.filter(isInsertion).map(({ start }) => start);
        fc.pre(new Set(insertions).size === insertions.length);
        expect(applyEdits(source, others)).toBe(applyEdits(source, edits));
      }),
    );
  });

  test("leave every other character unchanged", () => {
    expectProperty(
      fc.property(edited, ({ source, edits }) => {
        const kept = edits.reduceRight(
          (result, { start, end }) => result.slice(0, start) + result.slice(end),
          source,
        );
        expect(
          applyEdits(
            source,
            edits.map((edit) => ({ ...edit, text: "" })),
          ),
        ).toBe(kept);
        const added = edits.reduce((length, edit) => length + edit.text.length, 0);
        expect(applyEdits(source, edits)).toHaveLength(kept.length + added);
      }),
    );
  });
});

test("edits that overlap are refused", () => {
  expectProperty(
    fc.property(fc.string({ minLength: 2 }), fc.nat(), fc.nat(), fc.nat(), (source, a, b, c) => {
      const [start = 0, middle = 0, end = 0] = [a, b, c]
        .map((offset) => offset % (source.length + 1))
        .sort((x, y) => x - y);
      fc.pre(start < middle && middle < end);
      const edits = [
        { start, end, text: "x" },
        { start: middle, end: Math.min(end + 1, source.length), text: "y" },
      ];
      expect(() => applyEdits(source, edits)).toThrow(RangeError);
      expect(() => applyEdits(source, edits.toReversed())).toThrow(RangeError);
    }),
  );
});
