import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const types = readFileSync(new URL("../../packages/core/dist/bundle.d.ts", import.meta.url), "utf8");

// The bundler copies the types of another package into the file.
test("core's public types hold no parser's syntax tree", () => {
  expect(types).toContain("interface AwfCall");
  expect(types).not.toMatch(/unbash|toml-eslint-parser|smol-toml|from "yaml"/);
  expect(types).not.toMatch(/\b(?:WordPart|ParameterExpansionPart|TestExpression|TOMLNode|CST)\b/);
});
