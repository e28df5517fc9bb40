import fc from "fast-check";
import { expect, it } from "vitest";
import { commandsIn } from "../../../packages/core/src/execution/file-commands.js";
import { knownText, textValue } from "../../../packages/core/src/shell/index.js";
import { readVariables } from "../../oracle/run-workflow/file-commands.js";
import { expectProperty } from "../../support/property.js";

const line = fc.oneof(
  fc.constantFrom(
    "A=b",
    "B=",
    "C=d=e",
    "A<<E",
    "B<<E=",
    "E",
    "E=",
    "",
    "=x",
    "<<E",
    "C<<",
    "D<<=E",
    "text",
    "A=b<<E",
  ),
  fc.stringMatching(/^[AE=<\n ]{0,6}$/),
);

it("a random environment file sets the same variables as in the runner", () => {
  expectProperty(
    fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, ends) => {
      const text = lines.join("\n") + (ends ? "\n" : "");
      const { variables, error } = readVariables(text);
      const origin = { start: 0, end: 0 };
      const content = [{ kind: "known", expanded: textValue(text, origin), origin }] as const;
      const { values, rest, isRefused } = commandsIn(content);
      expect(rest).toBeUndefined();
      expect(isRefused).toBe(error !== undefined);
      const read = [...values].map(([name, value]) => [name, knownText(value)]);
      expect(Object.fromEntries(read)).toEqual(variables);
    }),
  );
});
