import { diagnose } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";

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
