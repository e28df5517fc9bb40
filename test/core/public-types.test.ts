import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const types = readFileSync(new URL("../../packages/core/dist/bundle.d.ts", import.meta.url), "utf8");

// The bundler would copy the types of another package into the file.
test("core's public types do not expose the syntax trees of parsers", () => {
  expect(types).toContain("interface AwfCall");
  expect(types).not.toMatch(/unbash|toml-eslint-parser|smol-toml|from "yaml"/);
  expect(types).not.toMatch(/\b(?:WordPart|ParameterExpansionPart|TestExpression|TOMLNode|CST)\b/);
});
