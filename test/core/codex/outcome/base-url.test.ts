import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { providerConfig } from "./config-text.js";

function outcomeAt(baseUrl: string): ReturnType<typeof codexOutcome> {
  return codexOutcome({ config: providerConfig('name = "X"', `base_url = ${JSON.stringify(baseUrl)}`) });
}

describe("the base_url of a provider", () => {
  it.each([
    "http://172.30.0.30:10000",
    "http://172.30.0.30:10000/",
    "http://172.30.0.30:10000/v1//",
    "http://172.30.0.30:10000///",
    "HTTP://172.30.0.30:10000",
    " http://172.30.0.30:10000",
    "http:172.30.0.30:10000",
    "http://0xac.30.0.30:010000",
    "http://user:password@172.30.0.30:10000",
    "http://172.30.0.30:10002",
  ])("reaches the proxy: %j", (baseUrl) => {
    expect(outcomeAt(baseUrl).outcome).toBe("proxied");
  });

  it.each([
    "https://api.openai.com/v1",
    "https://api.openai.com",
    "https://API.OpenAI.com:443/v1/",
    "http://api.openai.com/v1",
    "https://us.api.openai.com/v1",
  ])("reaches OpenAI: %j", (baseUrl) => {
    expect(outcomeAt(baseUrl)).toEqual({
      outcome: "direct",
      reason: {
        kind: "openAiBaseUrl",
        provider: "p",
        baseUrl,
        path: ["model_providers", "p", "base_url"],
        source: "file",
      },
    });
  });

  it.each([
    ["", "empty"],
    [" ", "empty"],
    ["172.30.0.30:10000", "noScheme"],
    ["api-proxy:10000", "noScheme"],
    ["//172.30.0.30:10000", "noScheme"],
    ["//api-proxy:10000", "noScheme"],
    ["a b://172.30.0.30:10000", "noScheme"],
    ["api.openai.com/v1", "noScheme"],
    ["ws://172.30.0.30:10000", "unsupportedScheme"],
    ["http://172.30.0.30:99999", "malformed"],
    ["http://172.30.0.30:10000 ", "malformed"],
    ["${OPENAI_BASE_URL}", "shellVariable"],
    ["http://$HOST:10000", "shellVariable"],
    ["http://172.30.0.30", "otherPort"],
    ["http://172.30.0.30:10001", "otherPort"],
    ["http://api-proxy:10000", "otherHost"],
    ["http://localhost:10000", "otherHost"],
    ["https://172.30.0.30:10000", "tls"],
    ["http://172.30.0.30:10000?key=1", "query"],
    ["http://172.30.0.30:10000/v1#top", "query"],
  ])("is unusable: %j (%s)", (baseUrl, problem) => {
    expect(outcomeAt(baseUrl)).toEqual({
      outcome: "refused",
      reason: {
        kind: "unusableBaseUrl",
        provider: "p",
        baseUrl,
        problem,
        path: ["model_providers", "p", "base_url"],
        source: "file",
      },
    });
  });
});

describe("a custom proxyBaseUrl", () => {
  it("is the proxy only with the same path", () => {
    const config = providerConfig('name = "X"', 'base_url = "https://gateway.example.com/v1"');
    const given = (proxyBaseUrl: string): string => codexOutcome({ config, proxyBaseUrl }).outcome;
    expect(given("https://gateway.example.com/v1")).toBe("proxied");
    expect(given("https://gateway.example.com")).toBe("refused");
  });
});

describe("OPENAI_BASE_URL", () => {
  const env = { OPENAI_BASE_URL: "http://172.30.0.30:10000/v1" };

  it("is read up to 0.118", () => {
    const reason = {
      kind: "environmentBaseUrl",
      provider: "openai",
      variable: "OPENAI_BASE_URL",
      baseUrl: env.OPENAI_BASE_URL,
      selection: { by: "default" },
    };
    expect(codexOutcome({ codexVersion: "0.115.0", env })).toEqual({ outcome: "proxied", reason });
    expect(codexOutcome({ codexVersion: "0.118.0", env })).toEqual({ outcome: "websocket", reason });
    expect(codexOutcome({ codexVersion: "0.120.0", env }).reason.kind).toBe("builtInProvider");
  });

  it("is ignored if it is empty", () => {
    for (const unset of [{}, { OPENAI_BASE_URL: "" }]) {
      expect(codexOutcome({ codexVersion: "0.118.0", env: unset }).reason.kind).toBe("builtInProvider");
    }
  });

  it("may reach OpenAI or be unusable", () => {
    const at = (OPENAI_BASE_URL: string): ReturnType<typeof codexOutcome> =>
      codexOutcome({ codexVersion: "0.118.0", env: { OPENAI_BASE_URL } });
    expect(at("https://api.openai.com/v1")).toMatchObject({
      outcome: "direct",
      reason: { kind: "openAiBaseUrl", source: "environment", variable: "OPENAI_BASE_URL" },
    });
    expect(at("172.30.0.30:10000")).toMatchObject({
      outcome: "refused",
      reason: { kind: "unusableBaseUrl", source: "environment", problem: "noScheme" },
    });
  });

  it("is overridden by the root key openai_base_url from 0.116 on", () => {
    const config = 'openai_base_url = "http://172.30.0.30:10000"';
    const elsewhere = { OPENAI_BASE_URL: "https://api.openai.com/v1" };
    for (const codexVersion of ["0.116.0", "0.118.0", "0.169.0"]) {
      expect(codexOutcome({ config, codexVersion, env: elsewhere })).toEqual({
        outcome: "websocket",
        reason: {
          kind: "openAiBaseUrlKey",
          provider: "openai",
          baseUrl: "http://172.30.0.30:10000",
          path: ["openai_base_url"],
          source: "file",
        },
      });
    }
    expect(codexOutcome({ config, codexVersion: "0.115.0", env: elsewhere }).outcome).toBe("proxied");
    const args = ["-c", "openai_base_url=http://172.30.0.30:10000"];
    expect(codexOutcome({ args, env: elsewhere })).toMatchObject({
      outcome: "websocket",
      reason: { kind: "openAiBaseUrlKey", source: "commandLine", argument: 1 },
    });
    expect(codexOutcome({ config: 'openai_base_url = ""' }).reason.kind).toBe("builtInProvider");
  });
});
