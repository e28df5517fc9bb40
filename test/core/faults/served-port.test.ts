import { describe, expect, test } from "vitest";
import { fix } from "../../support/fix.js";
import { command } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { copilot, key, kinds, openai, options, passing, token, withoutKey } from "./passing-step.js";

const github = { ...token, GH_AW_LLM_PROVIDER: "github", GH_AW_MODEL_AGENT_CODEX: "gpt-5.3-codex" };

describe("Codex with Copilot's inference and a model without a prefix", () => {
  const toml = withoutKey.replace(openai, copilot);

  test("is served at Copilot's port", () => {
    expect(kinds(passing(github, { toml }))).toEqual([]);
    expect(kinds(passing({ ...token, GH_AW_MODEL_AGENT_CODEX: "auto" }, { toml }))).toEqual([]);
  });

  test("is moved to it from OpenAI's port if the proxy has no key for OpenAI", () => {
    for (const env of [github, { ...token, GH_AW_MODEL_AGENT_CODEX: "auto" }]) {
      const text = passing(env);
      expect(kinds(text)).toEqual(["wrongPort"]);
      expect(fix(text, options)).toBe(passing(env, { toml }));
    }
  });

  test("may use either port if the proxy has keys for both", () => {
    expect(kinds(passing({ ...github, ...key }))).toEqual([]);
    expect(kinds(passing({ ...token, ...key }, { toml }))).toEqual([]);
  });

  test("gets a provider with Copilot's port", () => {
    const text = passing(github, { toml: "" });
    expect(kinds(text)).toEqual(["noProvider"]);
    expect(fix(text, options)).toContain(copilot);
    expect(fix(text, options)).not.toContain(openai);
  });

  test("is not reported to lack OpenAI's key if its command sets another key", () => {
    const codex = `export CODEX_API_KEY="$COPILOT_DUMMY_BYOK" && ${command.harness}`;
    const env = { ...github, COPILOT_DUMMY_BYOK: "dummy" };
    const text = passing(env, { toml: providerBlock.replace(openai, copilot), execute: { codex } });
    expect(kinds(text)).toEqual([]);
  });

  test("is also judged and fixed in a JSON configuration", () => {
    const defaults = (baseUrl: string) => ({
      model_provider: "openai-proxy",
      model_providers: { "openai-proxy": { name: "P", base_url: baseUrl, env_key: "CODEX_API_KEY" } },
    });
    const codex = `export CODEX_API_KEY="$COPILOT_DUMMY_BYOK" && ${command.harness}`;
    const json = (baseUrl: string) =>
      passing(
        { ...github, COPILOT_DUMMY_BYOK: "dummy" },
        { compiler: "newest", defaults: defaults(baseUrl), execute: { proxy: "json", codex } },
      );
    expect(kinds(json(copilot))).toEqual([]);
    expect(kinds(json(openai))).toEqual(["wrongPort"]);
    expect(fix(json(openai), options)).toContain(`base_url="${copilot}"`);
    expect(kinds(json(copilot).replace("export CODEX_API_KEY", "export OTHER"))).toEqual([
      "missingPlaceholder",
    ]);
  });
});

describe("if the file does not determine AWF's credentials,", () => {
  test.each([
    ["the step passes no variables", passing({}, { toml: withoutKey.replace(openai, copilot) })],
    [
      "the model is known only at run time",
      passing(
        { ...key, GH_AW_MODEL_AGENT_CODEX: "${{ vars.MODEL }}" },
        { toml: withoutKey.replace(openai, copilot) },
      ),
    ],
    [
      "the inference provider is another one",
      passing({ ...key, GH_AW_LLM_PROVIDER: "other" }, { toml: withoutKey.replace(openai, copilot) }),
    ],
    ["AWF gets its key from another variable", passing({ ...token, AWF_AGENT_API_KEY: "k" })],
    [
      "an action may export a key",
      passing(token).replace("    steps:\n", "    steps:\n      - uses: hashicorp/vault-action@v3\n"),
    ],
    ["a script may export a key", passing(token).replace("set -o pipefail", "source ./keys.sh")],
    [
      "a condition decides whether a key is exported",
      passing(token).replace(
        "set -o pipefail",
        'if [ "$GITHUB_ACTOR" = x ]; then export OPENAI_API_KEY=k; fi',
      ),
    ],
    ["the runner may have a key", passing(token).replace("ubuntu-latest", "self-hosted")],
  ])("nothing is reported: %s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});
