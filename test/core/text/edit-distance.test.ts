import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../../packages/core/src/text/edit-distance.js";
import { expectProperty } from "../../support/property.js";

test.each([
  ["", "", 0],
  ["supports_websocket", "supports_websockets", 1],
  ["base_ulr", "base_url", 2],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
])("from %j to %j it takes %i edits", (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});

test("it is the same in both directions, and no more than the longer word", () => {
  expectProperty(
    fc.property(fc.string(), fc.string(), (from, to) => {
      expect(editDistance(from, to)).toBe(editDistance(to, from));
      expect(editDistance(from, to)).toBeLessThanOrEqual(
        Math.max(Array.from(from).length, Array.from(to).length),
      );
    }),
  );
});
