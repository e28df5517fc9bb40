import { codexOutcome } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { codexError } from "../../../../packages/core/src/codex/outcome/codex-error.js";
import { providerBlock } from "../../../support/toml.js";

function errorOf(config: string, codexVersion = "0.169.0"): string | undefined {
  const { outcome, reason } = codexOutcome({ config, codexVersion, env: {} });
  return outcome === "refused" ? codexError(reason, codexVersion) : undefined;
}

describe("what Codex prints", () => {
  test.each([
    ["[", "Error loading config.toml"],
    ["a = 1\na = 1", "Error loading config.toml: duplicate key"],
    [
      "model_provider = 1",
      "Error loading config.toml: invalid type: integer `1`, expected a string in `model_provider`",
    ],
    ['model_provider = "x"', "Error: Model provider `x` not found"],
    [providerBlock, "ERROR: Missing environment variable: `OPENAI_API_KEY`."],
    [
      providerBlock.replace(":10000", ":10001").replace(/^env_key.*\n/m, ""),
      "ERROR: stream disconnected before completion: error sending request for url (http://172.30.0.30:10001/responses)",
    ],
    [
      providerBlock.replace("http://", "").replace(/^env_key.*\n/m, ""),
      "ERROR: stream disconnected before completion: builder error",
    ],
    [
      'model_verbosity = "loud"',
      "Error loading config.toml: unknown variant `loud`, expected one of `low`, `medium`, `high` in `model_verbosity`",
    ],
  ])("of %j", (config, error) => {
    expect(errorOf(config)).toBe(error);
  });

  test("names the key's path from 0.110 on", () => {
    expect(errorOf("model_provider = 1", "0.107.0")).toBe(
      "Error loading config.toml: invalid type: integer `1`, expected a string",
    );
  });

  test("calls a missing name an empty one from 0.123 on", () => {
    const config = providerBlock.replace(/^name.*\n/m, "");
    expect(errorOf(config, "0.122.0")).toContain("missing field `name` in `model_providers.openai-proxy`");
    expect(errorOf(config, "0.123.0")).toContain("provider name must not be empty");
  });

  test("is not known of everything", () => {
    expect(errorOf('profile = "p"', "0.121.0")).toBeUndefined();
  });
});
