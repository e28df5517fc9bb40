import fc from "fast-check";
import { expect, it } from "vitest";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { combinations } from "../../oracle/run-workflow/matrix.js";
import { expectProperty } from "../../support/property.js";

const value = fc.constantFrom("a", "b", 1, true);
const axis = fc.constantFrom("os", "node", "extra");
const entry = fc.dictionary(axis, value, { minKeys: 1, maxKeys: 3 });
const matrix = fc.tuple(
  fc.dictionary(fc.constantFrom("os", "node"), fc.uniqueArray(value, { minLength: 1, maxLength: 3 }), {
    maxKeys: 2,
  }),
  fc.array(entry, { maxLength: 3 }),
  fc.array(entry, { maxLength: 2 }),
);

it("a random matrix has the same combinations as in the runner", () => {
  expectProperty(
    fc.property(matrix, ([axes, include, exclude]) => {
      const written = {
        ...axes,
        ...(include.length > 0 && { include }),
        ...(exclude.length > 0 && { exclude }),
      };
      fc.pre(Object.keys(written).length > 0);
      const file = `on: push\njobs:\n  a:\n    strategy:\n      matrix: ${JSON.stringify(written)}\n    steps: []\n`;
      const [job] = parseWorkflow(file).jobs;
      const read =
        job?.matrix.kind === "known" ? job.matrix.combinations.map((one) => Object.fromEntries(one)) : [];
      // A matrix without remaining combinations runs no job; the oracle runs one without values.
      const expected = combinations(written).filter((one) => Object.keys(one).length > 0);
      expect(read).toEqual(expected);
    }),
    0.5,
  );
});
