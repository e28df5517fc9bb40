import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { providerConfig, proxyConfig, unselectedProvider } from "./config-text.js";

describe("the selected provider", () => {
  it("is the one named by the root key", () => {
    expect(codexOutcome({ config: proxyConfig() })).toEqual({
      outcome: "proxied",
      reason: {
        kind: "customProvider",
        provider: "openai-proxy",
        baseUrl: "http://172.30.0.30:10000",
        selection: { by: "key", path: ["model_provider"], source: "file" },
      },
    });
  });

  it("may be named by a bare date, which Codex reads as a string", () => {
    expect(codexOutcome({ config: "model_provider = 2020-01-01" }).reason).toMatchObject({
      kind: "undefinedProvider",
      provider: "2020-01-01",
    });
  });

  it("is the built-in one if there is no config.toml", () => {
    expect(codexOutcome({})).toEqual({
      outcome: "direct",
      reason: { kind: "builtInProvider", provider: "openai", selection: { by: "default" } },
    });
  });

  it("is the built-in one if config.toml defines a provider but selects none", () => {
    expect(codexOutcome({ config: unselectedProvider }).reason).toMatchObject({
      kind: "builtInProvider",
      selection: { by: "default" },
    });
  });

  it("is the built-in one if the key is below a table header", () => {
    const config = `[history]\npersistence = "none"\n${proxyConfig()}`;
    expect(codexOutcome({ config }).reason).toMatchObject({
      kind: "builtInProvider",
      selection: { by: "default" },
    });
  });

  it("is the built-in one if the key names it", () => {
    const config = `model_provider = "openai"\n${unselectedProvider}`;
    expect(codexOutcome({ config }).reason).toEqual({
      kind: "builtInProvider",
      provider: "openai",
      selection: { by: "key", path: ["model_provider"], source: "file" },
    });
  });

  it.each(["openai_proxy", "OpenAI-Proxy", "", "__proto__", "constructor"])(
    "must be defined: %j",
    (provider) => {
      const config = `model_provider = "${provider}"\n${unselectedProvider}`;
      expect(codexOutcome({ config })).toEqual({
        outcome: "refused",
        reason: {
          kind: "undefinedProvider",
          provider,
          selection: { by: "key", path: ["model_provider"], source: "file" },
        },
      });
    },
  );

  it("may have any id that is not reserved", () => {
    for (const id of ["OpenAI", "azure", "ollama-chat", "", "constructor", "__proto__"]) {
      const config = proxyConfig().replaceAll("openai-proxy", id).replace(".]", '.""]');
      expect(codexOutcome({ config }).outcome).toBe("proxied");
    }
  });

  it("goes to OpenAI without a base_url", () => {
    expect(codexOutcome({ config: providerConfig('name = "X"') })).toEqual({
      outcome: "direct",
      reason: {
        kind: "missingBaseUrl",
        provider: "p",
        path: ["model_providers", "p"],
        source: "file",
        selection: { by: "key", path: ["model_provider"], source: "file" },
      },
    });
  });

  it("needs the environment variable named by env_key", () => {
    const config = proxyConfig({ provider: 'env_key = "CODEX_API_KEY"' });
    const reason = {
      kind: "missingEnvironmentVariable",
      provider: "openai-proxy",
      variable: "CODEX_API_KEY",
      path: ["model_providers", "openai-proxy", "env_key"],
      source: "file",
    };
    expect(codexOutcome({ config })).toEqual({ outcome: "refused", reason });
    expect(codexOutcome({ config, env: { CODEX_API_KEY: "" } }).reason).toEqual(reason);
    expect(codexOutcome({ config, env: { CODEX_API_KEY: "  " } }).reason).toEqual(reason);
    expect(codexOutcome({ config, env: { CODEX_API_KEY: "placeholder" } }).outcome).toBe("proxied");
  });

  it("is checked for its environment variable before its base_url", () => {
    const config = providerConfig('name = "X"', 'env_key = "TOKEN"');
    expect(codexOutcome({ config }).reason.kind).toBe("missingEnvironmentVariable");
  });

  it("needs no environment variable without env_key", () => {
    const config = proxyConfig({ provider: "requires_openai_auth = true" });
    expect(codexOutcome({ config, env: {} }).outcome).toBe("proxied");
  });
});

describe("a profile", () => {
  const config = `profile = "p"\n[profiles.p]\nmodel_provider = "openai-proxy"\n${unselectedProvider}`;

  it("selects the provider up to 0.133", () => {
    expect(codexOutcome({ config, codexVersion: "0.133.0" })).toMatchObject({
      outcome: "proxied",
      reason: { selection: { by: "key", path: ["profiles", "p", "model_provider"], source: "file" } },
    });
  });

  it("overrides the root key", () => {
    const both = `model_provider = "nothing"\n${config}`;
    expect(codexOutcome({ config: both, codexVersion: "0.121.0" }).outcome).toBe("proxied");
  });

  it("is refused from 0.134 on", () => {
    expect(codexOutcome({ config, codexVersion: "0.134.0" })).toEqual({
      outcome: "refused",
      reason: { kind: "legacyProfile", profile: "p", byOption: false, path: ["profile"], source: "file" },
    });
  });

  it("has no effect if it is not selected", () => {
    const unselected = config.replace('profile = "p"\n', "");
    expect(codexOutcome({ config: unselected }).reason.kind).toBe("builtInProvider");
  });

  it("must be defined up to 0.133", () => {
    expect(codexOutcome({ config: 'profile = "p"', codexVersion: "0.133.0" })).toEqual({
      outcome: "refused",
      reason: {
        kind: "undefinedProfile",
        profile: "p",
        selection: { by: "key", path: ["profile"], source: "file" },
      },
    });
  });
});
