import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";

/** A lock file of the newest compilers that configures Codex with this JSON. */
function fileWith(json: string): string {
  const file = lockFile({ compiler: "newest", detection: false });
  return file.replace(
    /(GH_AW_CODEX_CONFIG_JSON: ).*/,
    (_, key: string) => `${key}'${json.replaceAll("'", "''")}'`,
  );
}

/** The kinds of findings of a file with this JSON, which selects no provider. */
const kinds = (json: string): readonly string[] => diagnose(fileWith(json)).map(({ kind }) => kind);

describe("JSON that cannot be converted to TOML", () => {
  test.each([
    ["a list that contains null", '{"defaults":{"a":[null]}}'],
    ["null for both sections", '{"defaults":null,"overrides":null}'],
    ["lists that are nested too deeply", `{"defaults":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`],
    ["tables that are nested too deeply", `{"defaults":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`],
    [
      "overrides that are nested too deeply",
      `{"overrides":${'{"a":'.repeat(20_000)}"x"${"}".repeat(20_000)}}`,
    ],
    [
      "another key that is nested too deeply",
      `{"x":${"[".repeat(20_000)}${"]".repeat(20_000)},"defaults":{}}`,
    ],
  ])("leaves the configuration unknown: %s", (_, json) => {
    expect(kinds(json)).toEqual(["undeterminedFile"]);
  });
});

describe("JSON with values that TOML cannot hold", () => {
  test.each([
    ["a table that contains null", '{"defaults":{"a":{"b":null}}}'],
    ["null for a provider", '{"defaults":{"model_provider":null,"model_providers":{"p":null}}}'],
    ["numbers that are too large", '{"defaults":{"a":1e999,"b":-1e999,"c":123456789012345678901234567890}}'],
    ["half of a surrogate pair", '{"defaults":{"a":"\\ud800"}}'],
    [
      "keys that every JavaScript object has",
      '{"defaults":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"hasOwnProperty":1}}',
    ],
  ])("is converted without them, and changes no other objects: %s", (_, json) => {
    expect(kinds(json)).toEqual(["noProvider"]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
