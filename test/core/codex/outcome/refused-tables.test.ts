import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { providerConfig, proxyConfig } from "./config-text.js";
import { file, refusal } from "./refusal.js";

describe("a provider's table", () => {
  it("needs a name, which must not be empty from 0.123 on", () => {
    const path = ["model_providers", "p"];
    const nameless = providerConfig('base_url = "http://172.30.0.30:10000"');
    expect(refusal(nameless, "0.98.0")).toEqual({ kind: "missingName", provider: "p", path, ...file });
    expect(refusal(nameless)).toEqual({ kind: "missingName", provider: "p", path, ...file });
    const blank = providerConfig('name = " "', 'base_url = "http://172.30.0.30:10000"');
    expect(codexOutcome({ config: blank, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(blank, "0.123.0")).toEqual({
      kind: "emptyName",
      provider: "p",
      path: [...path, "name"],
      ...file,
    });
  });

  it.each(["openai", "ollama", "lmstudio"])("must not have the reserved id %s from 0.115 on", (provider) => {
    const config = proxyConfig({ tables: `[model_providers.${provider}]\nname = "X"` });
    expect(codexOutcome({ config, codexVersion: "0.114.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.115.0")).toEqual({
      kind: "reservedProvider",
      provider,
      path: ["model_providers", provider],
      ...file,
    });
  });

  it("for Amazon Bedrock may set only some fields from 0.123 on", () => {
    const config = proxyConfig({ tables: '[model_providers.amazon-bedrock]\nname = "X"' });
    expect(codexOutcome({ config, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.123.0")).toEqual({
      kind: "unsupportedField",
      path: ["model_providers", "amazon-bedrock", "name"],
      ...file,
    });
    const profile = proxyConfig({ tables: '[model_providers.amazon-bedrock.aws]\nprofile = "x"' });
    expect(codexOutcome({ config: profile }).outcome).toBe("proxied");
  });

  it("may have an `aws` table only for Amazon Bedrock from 0.123 on", () => {
    const config = proxyConfig({ provider: 'aws = { profile = "x" }' });
    expect(codexOutcome({ config, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.123.0")).toEqual({
      kind: "unsupportedField",
      path: ["model_providers", "openai-proxy", "aws"],
      ...file,
    });
  });

  it("is checked even if it is not selected", () => {
    const config = proxyConfig({ tables: '[model_providers.other]\nname = "X"\nwire_api = "chat"' });
    expect(refusal(config)).toEqual({
      kind: "chatWireApi",
      provider: "other",
      path: ["model_providers", "other", "wire_api"],
      ...file,
    });
  });

  it("accepts only `responses` as wire_api", () => {
    expect(refusal(proxyConfig({ provider: 'wire_api = "Responses"' }))).toEqual({
      kind: "unknownValue",
      value: "Responses",
      expected: ["responses"],
      path: ["model_providers", "openai-proxy", "wire_api"],
      ...file,
    });
  });

  it("with `auth` needs a command, and must not have other credentials from 0.118 on", () => {
    const auth = '\n[model_providers.openai-proxy.auth]\ncommand = "token"';
    expect(codexOutcome({ config: proxyConfig({ provider: auth }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ provider: auth.replace('"token"', '" "') }))).toEqual({
      kind: "unknownValue",
      value: " ",
      expected: ["a command"],
      path: ["model_providers", "openai-proxy", "auth", "command"],
      ...file,
    });
    expect(
      refusal(proxyConfig({ provider: auth.replace("command", "args").replace('"token"', "[]") })),
    ).toEqual({
      kind: "missingField",
      fields: ["command"],
      path: ["model_providers", "openai-proxy", "auth"],
      ...file,
    });
    for (const key of ["experimental_bearer_token = 'x'", "requires_openai_auth = true"]) {
      expect(refusal(proxyConfig({ provider: `${key}${auth}` }))).toMatchObject({ other: "auth" });
    }
    const off = proxyConfig({ provider: `requires_openai_auth = false${auth}` });
    expect(codexOutcome({ config: off }).outcome).toBe("proxied");
    const both = proxyConfig({ provider: `env_key = "OPENAI_API_KEY"${auth}` });
    expect(codexOutcome({ config: both, codexVersion: "0.115.0" }).outcome).toBe("proxied");
    expect(refusal(both)).toEqual({
      kind: "unsupportedField",
      other: "auth",
      path: ["model_providers", "openai-proxy", "env_key"],
      ...file,
    });
  });
});

describe("an MCP server", () => {
  it.each([
    ['command = "x"', "bearer_token", "command"],
    ['command = "x"', "url", "command"],
    ['command = "x"', "bearer_token_env_var", "command"],
    ['url = "x"', "bearer_token", "url"],
    ['url = "x"', "cwd", "url"],
  ])("with %s must not have %s", (transport, key, other) => {
    const config = proxyConfig({ tables: `[mcp_servers.s]\n${transport}\n${key} = "y"\n` });
    expect(refusal(config)).toEqual({
      kind: "unsupportedField",
      other,
      path: ["mcp_servers", "s", key],
      ...file,
    });
  });

  it("with an unknown value `chat` is not taken for a chat wire_api", () => {
    const config = proxyConfig({
      tables: '[mcp_servers.s]\ncommand = "x"\ndefault_tools_approval_mode = "chat"\n',
    });
    expect(refusal(config)).toMatchObject({ kind: "unknownValue", value: "chat" });
  });
});
