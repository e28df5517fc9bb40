import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { installCodex } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";
import { key, kinds, options, passing, withoutKey } from "./passing-step.js";

describe("AWF started by `sudo`", () => {
  const start = (awf: string): string =>
    `${awf} --image-tag 0.25.28 --enable-api-proxy --env-all -e CODEX_HOME=/tmp/c -- codex exec hi`;
  const written = (script: string, call: string): string =>
    `cat > /tmp/run.sh << 'EOF'\n${script}\nEOF\n${call} /tmp/run.sh`;
  const configuring = "mkdir -p /tmp/c\necho '# nothing' > /tmp/c/config.toml\n";
  const plain = (run: string): string =>
    workflow({
      header: { agent_id: "codex" },
      jobs: { agent: [installCodex("0.125.0"), { name: "Run", env: key, run: configuring + run }] },
    });
  const after = (action: string, run: string): string =>
    plain(run).replace("    steps:\n", `    steps:\n      - uses: ${action}\n`);
  const afterVault = (run: string): string => after("hashicorp/vault-action@v3", run);
  const afterCheckout = (run: string): string => after("actions/checkout@v5", run);

  test.each([
    ["directly", plain(start("sudo awf"))],
    ["in a script that the job writes and sources", plain(written(start("sudo awf"), "source"))],
    ["in a script that the job writes and runs", plain(written(start("sudo awf"), "bash"))],
    ["by a shell that `sudo` starts", plain(`sudo bash -c ${JSON.stringify(start("awf"))}`)],
    ["after a sourced script of the repository", afterCheckout(`source ./keys.sh\n${start("sudo awf")}`)],
    ["with other variables preserved", afterVault(start("sudo --preserve-env=HOME,A awf"))],
    ["after an action that may export a key", afterVault(start("sudo awf"))],
  ])("has no key without `-E`, and gets a remedy but no fix: %s", (_, text) => {
    const found = diagnose(text, options);
    expect(found).toMatchObject([{ kind: "noProvider", fix: undefined }]);
    expect(found[0]?.data.remedy).toContain("give AWF its key");
  });

  test.each([
    ["an action may export a preserved key", afterVault(start("sudo --preserve-env=OPENAI_API_KEY awf"))],
    ["a sourced script may export a key", afterCheckout(`source ./keys.sh\n${start("sudo -E awf")}`)],
    [
      "a script that `sudo` runs may export a key",
      afterCheckout(written(`. ./keys.sh\n${start("awf")}`, "sudo bash")),
    ],
    ["unknown text is evaluated", plain(`${written('eval "$X"', "cat")}\neval "$OTHER"\n${start("awf")}`)],
  ])("is not advised to get a key if %s", (_, text) => {
    for (const { data } of diagnose(text, options)) expect(data.remedy).not.toContain("give AWF its key");
  });
});

describe("AWF without `OPENAI_API_KEY`", () => {
  const other = { CODEX_API_KEY: "${{ secrets.CODEX_API_KEY }}" };

  test("is reported, without a fix, because it sets no placeholder for the `env_key`", () => {
    const text = passing(other, { toml: providerBlock });
    const [finding, ...others] = diagnose(text, options);
    expect(finding).toMatchObject({ outcome: "missingKey", kind: "missingPlaceholder", fix: undefined });
    expect(finding?.data).toMatchObject({
      codexError: "ERROR: Missing environment variable: `OPENAI_API_KEY`",
      remedy: "Give AWF the key: set `OPENAI_API_KEY` in the step's `env`.",
    });
    expect(others).toEqual([]);
  });

  test.each([
    ["sudo awf --env CODEX_HOME=/tmp/gh-aw/mcp-config", ["missingPlaceholder"]],
    ["sudo -E awf", []],
    ["sudo --preserve-env awf", []],
    ["sudo OPENAI_API_KEY=k awf --env CODEX_HOME=/tmp/gh-aw/mcp-config", []],
    ["awf", []],
  ])("is recognized by how AWF is started: %s", (start, expected) => {
    const text = passing(key, { toml: providerBlock, execute: { proxy: "flag" } });
    expect(kinds(text.replace("sudo -E awf", start))).toEqual(expected);
  });

  test.each([
    ["the provider is defined", providerBlock, "Give AWF the key: "],
    ["no provider is defined", "", "and give AWF its key: "],
  ])("is reported with the advice to use `sudo -E` if %s", (_, toml, before) => {
    const text = passing(key, { toml, execute: { proxy: "flag" } });
    const start = "sudo awf --env CODEX_HOME=/tmp/gh-aw/mcp-config";
    const remedy = `${before}set \`OPENAI_API_KEY\` in the step's \`env\`, and start AWF with \`sudo -E\`.`;
    const [finding] = diagnose(text.replace("sudo -E awf", start), options);
    expect(finding?.data.remedy).toContain(remedy);
    expect(finding?.fix).toBeUndefined();
  });

  test.each([
    ["no provider", "", "noProvider"],
    ["an unselected provider", withoutKey.replace(/^model_provider.*\n/m, ""), "notSelected"],
    ["WebSockets", withoutKey.replace("websockets = false", "websockets = true"), "supportsWebsockets"],
    ["another vendor's port", withoutKey.replace("10000", "10001"), "unusableBaseUrl"],
  ])("prevents the fix of a run with %s, because the proxy would answer 404", (_, toml, kind) => {
    const [finding, ...others] = diagnose(passing(other, { toml }), options);
    expect(finding).toMatchObject({ kind, fix: undefined, suggestions: [] });
    expect(finding?.data.remedy).toMatch(/`OPENAI_API_KEY`.* in the step's `env`\./);
    expect(others).toEqual([]);
    const [given] = diagnose(passing({ ...other, ...key }, { toml }), options);
    expect(given?.fix).toBeDefined();
    expect(given?.data.remedy).not.toContain("OPENAI_API_KEY");
  });

  test.each([
    ["openai", other, "OPENAI_API_KEY"],
    ["github", other, "COPILOT_GITHUB_TOKEN"],
    ["github", key, "COPILOT_GITHUB_TOKEN"],
  ])("is reported with the key of the model's vendor: %s", (provider, env, missing) => {
    const [finding] = diagnose(passing({ ...env, GH_AW_LLM_PROVIDER: provider }, { toml: "" }), options);
    expect(finding).toMatchObject({ kind: "noProvider", fix: undefined });
    expect(finding?.data.remedy).toContain(`give AWF its key: set \`${missing}\` in the step's \`env\`.`);
  });

  test("is not assumed if the key is a secret, which may be empty", () => {
    expect(kinds(passing(key, { toml: providerBlock }))).toEqual([]);
  });
});
