import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { history, providerBlock } from "../../support/toml.js";
import { stepWith, write } from "./config-step.js";
import { find, fixed, options, table } from "./fixed-toml.js";

const noAddress = '[model_providers.p]\nname = "P"\nenv_key = "UNSET"\n';

test.each([
  ["config.toml", lockFile({ detection: false, toml: noAddress })],
  [
    "`GH_AW_CODEX_CONFIG_JSON`",
    lockFile({
      compiler: "newest",
      detection: false,
      defaults: { model_providers: { p: { name: "P", env_key: "UNSET" } } },
    }),
  ],
])("a provider of %s that would bypass the proxy without its key is not selected", (_, text) => {
  const [finding] = diagnose(text);
  expect(finding).toMatchObject({ kind: "notSelected", fix: undefined, suggestions: [] });
});

test("a provider that reaches the proxy without its key is selected", () => {
  const toml = `${noAddress}base_url = "http://172.30.0.30:10000"\nsupports_websockets = false\n`;
  const [finding] = diagnose(lockFile({ detection: false, toml }));
  expect(finding).toMatchObject({ kind: "notSelected", fix: [{ text: expect.any(String) as unknown }] });
});

describe("a configuration that Codex refuses", () => {
  test("gets another id for a reserved one, in the selection and in all of the provider's tables", () => {
    const more = `${providerBlock}\n[model_providers.openai-proxy.http_headers]\nx = "y"\n`;
    expect(fixed(more.replaceAll("openai-proxy", "openai"))).toBe(more);
    expect(
      fixed(
        providerBlock
          .replaceAll("openai-proxy", "ollama")
          .replace(/^\[.*\]/m, "[model_providers . 'ollama']"),
      ),
    ).toBe(providerBlock.replace(/^\[.*\]/m, "[model_providers . openai-proxy]"));
  });

  test("gets the renamed provider selected only if no other provider is", () => {
    const reserved = table.replace("openai-proxy", "openai");
    expect(fixed(reserved)).toBe(`model_provider = "openai-proxy"\n${table}`);
    const below = `${history}model_provider = "openai"\n`;
    expect(fixed(`${reserved}${below}`)).toBe(`model_provider = "openai-proxy"\n${table}${below}`);
    const mine = providerBlock.replaceAll("openai-proxy", "mine");
    expect(fixed(`${mine}${reserved}`)).toBe(`${mine}${table}`);
  });

  test("keeps a reserved id if the new id is taken, or if the lock file does not contain the provider's table", () => {
    const reserved = table.replace("openai-proxy", "openai");
    expect(find(`${providerBlock}${reserved}`).finding).toMatchObject({
      kind: "reservedProvider",
      fix: undefined,
    });
    const headers = '[model_providers.openai.http_headers]\nx = "y"\n';
    expect(find(`${providerBlock}${headers}`).finding).toMatchObject({
      kind: "reservedProvider",
      fix: undefined,
    });
    const flags = "exec -c model_providers.openai.name=x -c model_provider=openai x";
    const text = stepWith(write(history)).replace("exec x", flags);
    expect(diagnose(text, options)).toMatchObject([{ kind: "reservedProvider", fix: undefined }]);
  });

  test("gets a definition of the selected provider, or another selection if its id is unusable", () => {
    expect(fixed(`model_provider = "mine"\n\n${history}`)).toContain("[model_providers.mine]\nname =");
    for (const id of ["", "my proxy", "proxy!"]) {
      expect(fixed(`model_provider = "${id}"\n\n${history}`)).toContain('model_provider = "openai-proxy"');
    }
  });

  test("gets a suggestion to select another provider instead of the undefined one", () => {
    const { finding } = find(`model_provider = "openai_proxy"\n${table}`);
    expect(finding).toMatchObject({ kind: "undefinedProvider", fix: undefined });
    expect(finding.suggestions.map(({ title }) => title)).toContain(
      "Select model provider `openai-proxy` in config.toml.",
    );
  });
});
