import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { withVariable } from "../../support/workflow.js";
import { at, first } from "./first-run.js";

describe("the outcome", () => {
  const proxied = { compiler: "v0.70.0", detection: false } as const;
  const withoutModel = (text: string): string => withVariable(text, "GH_AW_MODEL_AGENT_CODEX", "");

  test("says why a run reaches the proxy", () => {
    const { outcome } = first(lockFile(proxied));
    expect(outcome).toEqual({
      kind: "proxied",
      reason:
        'Model provider `openai-proxy` is selected and has `base_url = "http://172.30.0.30:10000"`. Codex sends its requests to AWF\'s API proxy over HTTP, and the proxy sets the real key.',
      span: undefined,
    });
  });

  test.each([
    ["direct", shellPolicy, "in job `agent` selects no model provider, so it bypasses"],
    ["direct", `[a]\n${providerBlock}`, "`model_provider` is in `[a]`, so Codex (0.121.0)"],
    ["direct", providerBlock.replace(/.*\n/, ""), "Provider `openai-proxy` is defined but not selected, so"],
    ["direct", 'model_provider = "openai"\n', "`model_provider` selects the built-in provider `openai`."],
    ["direct", providerBlock.replace(/base_url.*\n/, ""), "has no `base_url`, so"],
    [
      ...([
        "direct",
        providerBlock.replace("http://172.30.0.30:10000", "https://api.openai.com/v1"),
      ] as const),
      "Provider `openai-proxy` uses `https://api.openai.com/v1`, so",
    ],
    ["websocket", providerBlock.replace("false", "true"), "enables `supports_websockets`, so"],
    ["wrongAddress", providerBlock.replace("10000", "9"), "on which AWF's API proxy does not listen"],
    [
      "wrongAddress",
      `model = "copilot/gpt-5"\n${providerBlock}`,
      "but `copilot/gpt-5` is served at port 10002, so",
    ],
    ["wrongAddress", providerBlock.replace("10000", "10000/responses"), "repeats `/responses`, so"],
    [
      "missingKey",
      providerBlock.replace("OPENAI_API_KEY", "NO_KEY"),
      "Nothing passes `NO_KEY`, the `env_key`",
    ],
    ["missingKey", providerBlock.replace("OPENAI_API_KEY", ""), "The `env_key` of provider"],
    ["refused", "model_provider = \n", "config.toml is not valid TOML ("],
    ["refused", providerBlock.replaceAll("openai-proxy", "ollama"), "is the id of a built-in provider, so"],
    ["refused", 'model_provider = "x"\n', "`model_provider` selects `x`, which is not defined, so"],
    ["refused", providerBlock.replace("false", '"no"'), 'is the string "no" instead of a boolean, so'],
    ["refused", 'model_provider = "a"\nmodel_provider = "b"\n', "`model_provider` is defined twice"],
    [
      "undetermined",
      providerBlock.replace("172.30.0.30:10000", "llm.example.com/v1"),
      "is not AWF's API proxy.",
    ],
  ])("is %s for %j", (kind, toml, reason) => {
    const { outcome } = first(withoutModel(lockFile({ ...proxied, toml })));
    expect(outcome.kind).toBe(kind);
    expect(outcome.reason).toContain(reason);
  });

  test("points to the line that causes it", () => {
    const text = lockFile({ ...proxied, toml: `${shellPolicy}${providerBlock}` });
    expect(at(text, first(text).outcome.span)).toBe("model_provider");
  });

  test("is `unguarded` if the proxy is off", () => {
    expect(first(lockFile({ compiler: "v0.42.0" })).outcome.kind).toBe("unguarded");
  });

  test("mentions an old AWF that withholds the key, and an old Codex that needs no provider", () => {
    const missingKey = first(lockFile({ ...proxied, awf: "v0.25.20" }));
    expect(missingKey.outcome.reason).toContain("excludes `OPENAI_API_KEY`");
    const old = first(lockFile({ compiler: "v0.69.0", codex: "0.115.0" }));
    expect(old.outcome).toMatchObject({ kind: "proxied" });
    expect(old.outcome.reason).toContain("still reads `OPENAI_BASE_URL`");
  });
});
