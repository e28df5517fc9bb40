import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { proxyConfig } from "./config-text.js";

describe("WebSockets", () => {
  it("are used by a provider with supports_websockets = true", () => {
    expect(codexOutcome({ config: proxyConfig({ provider: "supports_websockets = true" }) })).toEqual({
      outcome: "websocket",
      reason: {
        kind: "supportsWebsockets",
        provider: "openai-proxy",
        baseUrl: "http://172.30.0.30:10000",
        path: ["model_providers", "openai-proxy", "supports_websockets"],
        source: "file",
      },
    });
  });

  it("are not used by a provider without supports_websockets", () => {
    expect(codexOutcome({ config: proxyConfig() }).outcome).toBe("proxied");
  });

  it("need a feature flag up to 0.115, for a configured provider and for the built-in one", () => {
    const provider = proxyConfig({ provider: "supports_websockets = true" });
    const flag = "[features]\nresponses_websockets = true\n";
    expect(codexOutcome({ config: provider, codexVersion: "0.115.0" }).outcome).toBe("proxied");
    expect(codexOutcome({ config: provider + flag, codexVersion: "0.115.0" }).outcome).toBe("websocket");
    expect(codexOutcome({ config: flag, codexVersion: "0.98.0" })).toEqual({
      outcome: "websocket",
      reason: {
        kind: "websocketFeature",
        provider: "openai",
        feature: "responses_websockets",
        baseUrl: "http://172.30.0.30:10000",
        path: ["features", "responses_websockets"],
        source: "file",
      },
    });
  });

  it("can be enabled by a second flag from 0.99 on", () => {
    const config = "[features]\nresponses_websockets_v2 = true\n";
    expect(codexOutcome({ config, codexVersion: "0.98.0" }).outcome).toBe("proxied");
    expect(codexOutcome({ config, codexVersion: "0.99.0" }).outcome).toBe("websocket");
  });

  it("are not used if the profile turns the flag off", () => {
    const config = [
      'profile = "p"',
      "[features]",
      "responses_websockets = true",
      "[profiles.p.features]",
      "responses_websockets = false",
    ].join("\n");
    expect(codexOutcome({ config, codexVersion: "0.115.0" }).outcome).toBe("proxied");
  });

  it("do not depend on the flags from 0.116 on", () => {
    const off = "[features]\nresponses_websockets = false\nresponses_websockets_v2 = false\n";
    expect(codexOutcome({ config: off, codexVersion: "0.116.0" }).outcome).toBe("websocket");
  });

  it("do not hide that requests go to OpenAI", () => {
    const config = proxyConfig({ provider: "supports_websockets = true" });
    const direct = config.replace("http://172.30.0.30:10000", "https://api.openai.com/v1");
    expect(codexOutcome({ config: direct }).outcome).toBe("direct");
  });

  it("depend on the profile's flag before the root's", () => {
    const provider = proxyConfig({ root: 'profile = "q"', provider: "supports_websockets = true" });
    const run = (profile: string, root: string): string =>
      codexOutcome({
        config: `${provider}[profiles.q.features]\n${profile}\n[features]\n${root}\n`,
        codexVersion: "0.115.0",
      }).outcome;
    const [on, off] = ["responses_websockets = true", "responses_websockets = false"];
    expect(run(on, off)).toBe("websocket");
    expect(run(off, on)).toBe("proxied");
    expect(run("", on)).toBe("websocket");
    expect(run("", "")).toBe("proxied");
    expect(run(on, "")).toBe("websocket");
  });
});
