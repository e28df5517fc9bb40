import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";

/** The newest generation's lock file with that JSON for Codex's configuration. */
function fileWith(json: string): string {
  const file = lockFile({ compiler: "newest", detection: false });
  return file.replace(
    /(GH_AW_CODEX_CONFIG_JSON: ).*/,
    (_, key: string) => `${key}'${json.replaceAll("'", "''")}'`,
  );
}

describe("JSON that cannot be converted to TOML", () => {
  test.each([
    ["a list with null in it", '{"defaults":{"a":[null]}}'],
    ["a table with null in it", '{"defaults":{"a":{"b":null}}}'],
    ["null for a provider", '{"defaults":{"model_provider":null,"model_providers":{"p":null}}}'],
    ["null for all", '{"defaults":null,"overrides":null}'],
    ["numbers beyond measure", '{"defaults":{"a":1e999,"b":-1e999,"c":123456789012345678901234567890}}'],
    ["half a character", '{"defaults":{"a":"\\ud800"}}'],
    ["lists beyond measure", `{"defaults":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`],
    ["tables beyond measure", `{"defaults":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`],
    ["overrides beyond measure", `{"overrides":${'{"a":'.repeat(20_000)}"x"${"}".repeat(20_000)}}`],
    ["something else beyond measure", `{"x":${"[".repeat(20_000)}${"]".repeat(20_000)},"defaults":{}}`],
    [
      "keys of every object",
      '{"defaults":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"hasOwnProperty":1}}',
    ],
  ])("has an outcome: %s", (_, json) => {
    const findings = diagnose(fileWith(json));
    expect(findings.length).toBeLessThanOrEqual(1);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
