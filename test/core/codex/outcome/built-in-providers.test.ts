import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";

function at(provider: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof codexOutcome> {
  return codexOutcome({ config: `model_provider = "${provider}"`, env });
}

describe("a built-in local provider", () => {
  it.each([
    ["ollama", "http://localhost:11434/v1"],
    ["lmstudio", "http://localhost:1234/v1"],
  ])("is refused because nothing listens at localhost in the container: %s", (provider, baseUrl) => {
    expect(at(provider)).toEqual({
      outcome: "refused",
      reason: { kind: "unusableBaseUrl", provider, baseUrl, problem: "otherHost", source: "builtIn" },
    });
  });

  it("takes its port from CODEX_OSS_PORT and its address from CODEX_OSS_BASE_URL", () => {
    expect(at("ollama", { CODEX_OSS_PORT: "8080" }).reason).toMatchObject({
      baseUrl: "http://localhost:8080/v1",
      source: "builtIn",
    });
    expect(at("ollama", { CODEX_OSS_PORT: " ", CODEX_OSS_BASE_URL: " " }).reason).toMatchObject({
      baseUrl: "http://localhost:11434/v1",
    });
    const CODEX_OSS_BASE_URL = "https://api.openai.com/v1";
    expect(at("ollama", { CODEX_OSS_BASE_URL })).toEqual({
      outcome: "direct",
      reason: {
        kind: "openAiBaseUrl",
        provider: "ollama",
        baseUrl: CODEX_OSS_BASE_URL,
        source: "environment",
        variable: "CODEX_OSS_BASE_URL",
      },
    });
  });

  it("uses the proxy if CODEX_OSS_BASE_URL is its address", () => {
    const CODEX_OSS_BASE_URL = "http://172.30.0.30:10000";
    expect(at("lmstudio", { CODEX_OSS_BASE_URL })).toMatchObject({
      outcome: "proxied",
      reason: { kind: "customProvider", provider: "lmstudio" },
    });
  });
});

describe("Amazon Bedrock", () => {
  it.each([
    ["amazon-bedrock", "0.122.0", "0.123.0"],
    ["amazon-bedrock-runtime", "0.147.0", "0.148.0"],
  ])("is not built in as %s in %s, but is in %s", (provider, before, since) => {
    const config = `model_provider = "${provider}"\n`;
    expect(codexOutcome({ config, codexVersion: before }).reason.kind).toBe("undefinedProvider");
    expect(codexOutcome({ config, codexVersion: since }).reason).toEqual({
      kind: "unusableBaseUrl",
      provider,
      baseUrl: "https://bedrock-mantle.us-east-1.api.aws/v1",
      problem: "otherHost",
      source: "builtIn",
    });
    const table = `[model_providers.${provider}]\nname = "B"\nbase_url = "http://172.30.0.30:10000"\n`;
    expect(codexOutcome({ config: config + table, codexVersion: before }).outcome).toBe("proxied");
  });

  it.each([
    ["0.123.0", "aws = { profile = 'x' }", true],
    ["0.123.0", 'name = ""', true],
    ["0.123.0", "supports_websockets = false", true],
    ["0.123.0", "requires_openai_auth = true", false],
    ["0.123.0", 'base_url = "http://x"', false],
    ["0.147.0", "http_headers = { a = 'b' }", false],
    ["0.148.0", "http_headers = { a = 'b' }", true],
    ["0.148.0", 'base_url = "http://x"', true],
    ["0.148.0", "auth = { command = 'x' }", true],
    ["0.148.0", "query_params = { a = 'b' }", false],
    ["0.148.0", 'env_key = ""', false],
  ])("accepts changes of only some fields: %s, %s", (codexVersion, field, isChangeable) => {
    for (const id of codexVersion === "0.148.0"
      ? ["amazon-bedrock", "amazon-bedrock-runtime"]
      : ["amazon-bedrock"]) {
      const config = `openai_base_url = "http://172.30.0.30:10000"\n[model_providers.${id}]\n${field}\n`;
      expect(codexOutcome({ config, codexVersion })).toMatchObject(
        isChangeable
          ? { outcome: "websocket" }
          : {
              outcome: "refused",
              reason: { kind: "unsupportedField", path: ["model_providers", id, field.split(" ")[0]] },
            },
      );
    }
  });
});
