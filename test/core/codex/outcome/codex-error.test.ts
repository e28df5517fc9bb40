import { codexOutcome } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { codexError } from "../../../../packages/core/src/codex/outcome/index.js";
import { providerBlock } from "../../../support/toml.js";

function errorOf(config: string, codexVersion = "0.169.0"): string | undefined {
  const { outcome, reason } = codexOutcome({ config, codexVersion, env: {} });
  return outcome === "refused" ? codexError(reason, codexVersion) : undefined;
}

describe("the error that Codex prints", () => {
  test.each([
    ["[", "Error loading config.toml"],
    ["a = 1\na = 1", "Error loading config.toml: duplicate key"],
    [
      "model_provider = 1",
      "Error loading config.toml: invalid type: integer `1`, expected a string in `model_provider`",
    ],
    [
      'agents = "x"',
      'Error loading config.toml: invalid type: string "x", expected struct AgentsToml in `agents`',
    ],
    [
      "[[agents]]",
      "Error loading config.toml: invalid type: sequence, expected struct AgentsToml in `agents`",
    ],
    [
      "[[features]]\na = true",
      "Error loading config.toml: invalid type: sequence, expected struct FeaturesToml in `features`",
    ],
    [
      "model_providers = []",
      "Error loading config.toml: invalid type: sequence, expected a map in `model_providers`",
    ],
    [
      'mcp_servers = "x"',
      'Error loading config.toml: invalid type: string "x", expected a map in `mcp_servers`',
    ],
    [
      'model_providers.p = "x"',
      'Error loading config.toml: invalid type: string "x", expected struct ModelProviderInfo in `model_providers.p`',
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
    [
      "hide_agent_reasoning = 1.5",
      "Error loading config.toml: invalid type: floating point `1.5`, expected a boolean in `hide_agent_reasoning`",
    ],
    [
      'hide_agent_reasoning = "a b"',
      'Error loading config.toml: invalid type: string "a b", expected a boolean in `hide_agent_reasoning`',
    ],
    [
      'forced_login_method = "x"',
      "Error loading config.toml: unknown variant `x`, expected `chatgpt` or `api` in `forced_login_method`",
    ],
    [
      providerBlock.replace("env_key", 'wire_api = "x"\nenv_key'),
      "Error loading config.toml: unknown variant `x`, expected `responses` in `model_providers.openai-proxy.wire_api`",
    ],
    [
      providerBlock.replace("env_key", 'wire_api = "chat"\nenv_key'),
      'Error loading config.toml: `wire_api = "chat"` is no longer supported.',
    ],
    [
      providerBlock.replace(/^name.*/m, 'name = ""'),
      "Error loading config.toml: model_providers.openai-proxy: provider name must not be empty in `model_providers`",
    ],
    [
      "[model_providers.ollama]",
      "Error loading config.toml: model_providers contains reserved built-in provider IDs: `ollama`. Built-in providers cannot be overridden. Rename your custom provider (for example, `openai-custom`).",
    ],
    [
      'profile = "p"',
      'Error: legacy `profile = "p"` config is no longer supported; use `--profile p` with `p.config.toml` instead',
    ],
    ...["https://172.30.0.30:10000/", "http://elsewhere:10000"].map((baseUrl): [string, string] => [
      providerBlock.replace("http://172.30.0.30:10000", baseUrl).replace(/^env_key.*\n/m, ""),
      `ERROR: stream disconnected before completion: error sending request for url (${baseUrl.replace(/\/$/, "")}/responses)`,
    ]),
  ])("is predicted for %j", (config, error) => {
    expect(errorOf(config)).toBe(error);
  });

  test("does not name the key's path before 0.110", () => {
    expect(errorOf("model_provider = 1", "0.107.0")).toBe(
      "Error loading config.toml: invalid type: integer `1`, expected a string",
    );
  });

  test("calls a missing name empty from 0.123 on", () => {
    const config = providerBlock.replace(/^name.*\n/m, "");
    expect(errorOf(config, "0.122.0")).toContain("missing field `name` in `model_providers.openai-proxy`");
    expect(errorOf(config, "0.123.0")).toContain("provider name must not be empty");
  });

  test("is undefined if its text is unknown", () => {
    expect(errorOf('profile = "p"', "0.121.0")).toBeUndefined();
    expect(errorOf("mcp_servers = { s = {} }")).toBeUndefined();
    expect(errorOf('mcp_servers = { s = { command = "x", url = "y" } }')).toBeUndefined();
    const { outcome, reason } = codexOutcome({ args: ["-c", "model"] });
    expect(outcome === "refused" && codexError(reason, undefined)).toBeUndefined();
    const oss = codexOutcome({ args: ["--oss"] });
    expect(oss.outcome === "refused" && codexError(oss.reason, undefined)).toBeUndefined();
  });
});

describe("the error that Codex prints for a legacy profile", () => {
  const config = `${providerBlock}[profiles.ci]\nmodel = "x"\n`;
  const errorWith = (text: string, args: readonly string[]): string | undefined => {
    const env = { OPENAI_API_KEY: "x" };
    const { outcome, reason } = codexOutcome({ config: text, codexVersion: "0.144.5", env, args });
    return outcome === "refused" ? codexError(reason, "0.144.5") : undefined;
  };

  test.each(["", 'profile = "ci"\n'])(
    "names `--profile` if that selects it, whatever the root key: %j",
    (key) => {
      expect(errorWith(key + config, ["exec", "--profile", "ci"])).toBe(
        "Error loading config.toml: --profile `ci` cannot be used",
      );
    },
  );

  test("names the root key if that selects it", () => {
    expect(errorWith(`profile = "ci"\n${config}`, ["exec"])).toContain('Error: legacy `profile = "ci"`');
  });
});

test.each([
  '[[model_providers.p]]\nname = "P"',
  "history = [1, 2, 3]",
  "tools = 1",
  "file_opener = { a = 1 }",
  "model_verbosity = [1]",
  "sandbox_mode = 1",
  "model_instructions_file = 1",
  "notify = 1",
  "model_context_window = true",
  'approval_policy = "x"',
  'projects.p.trust_level = "x"',
  "features.multi_agent_v2 = 1",
])("only the start of the error is predicted for %j, whose full text is not recorded", (config) => {
  expect(codexOutcome({ config, codexVersion: "0.128.0", env: {} }).outcome).toBe("refused");
  expect(errorOf(config, "0.128.0")).toBe("Error loading config.toml");
});

test.each([
  ["history = []", "0.144.5"],
  ["history = []", "0.169.0"],
  ["sandbox_workspace_write = []", "0.128.0"],
  ["[[skills]]\nname = 'x'", "0.144.5"],
  ["tools = []", "0.128.0"],
])("an array is accepted in place of a table: %j with %s", (config, codexVersion) => {
  expect(codexOutcome({ config, codexVersion }).reason.kind).not.toBe("wrongType");
});

test("an empty array is refused as `history` before 0.131", () => {
  expect(codexOutcome({ config: "history = []", codexVersion: "0.128.0" }).outcome).toBe("refused");
});
