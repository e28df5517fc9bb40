import { applyEdits, diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { fix } from "../../support/fix.js";
import { command, executeCodex, installCodex } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "missingKey", "wrongAddress", "websocket"],
};
const openai = "http://172.30.0.30:10000";
const copilot = "http://172.30.0.30:10002";
const withoutKey = providerBlock.replace(/^env_key.*\n/m, "");

function kinds(text: string): readonly string[] {
  return diagnose(text, options).map(({ kind }) => kind);
}

/** A compiled file whose step passes these variables and no others. */
function passing(env: Readonly<Record<string, string>>, more: LockFile = {}): string {
  const none = { CODEX_API_KEY: "", OPENAI_API_KEY: "" };
  return lockFile({
    compiler: "v0.71.3",
    detection: false,
    toml: withoutKey,
    ...more,
    execute: { ...more.execute, env: { ...none, ...env } },
  });
}

const token = { COPILOT_GITHUB_TOKEN: "${{ secrets.COPILOT_GITHUB_TOKEN }}" };
const key = { OPENAI_API_KEY: "${{ secrets.OPENAI_API_KEY }}" };
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

describe("another vendor's port", () => {
  test("is reported with the proxy's error, and fixed", () => {
    const text = passing(key, { toml: providerBlock.replace("10000", "10001") });
    const [finding] = diagnose(text, options);
    expect(finding?.data).toMatchObject({
      why: "uses Anthropic's port, 10001",
      codexError: "403 Forbidden: Credentials for Anthropic (port 10001) are not configured",
    });
    expect(applyEdits(text, finding?.fix ?? [])).toBe(passing(key, { toml: providerBlock }));
  });
});

describe("the proxy's host name `api-proxy`", () => {
  const toml = providerBlock.replace("172.30.0.30", "api-proxy");

  test.each([
    ["v0.25.54", ["unusableBaseUrl"]],
    ["v0.25.55", []],
    ["v0.28.31", []],
  ])("is resolved from AWF v0.25.55 on: %s", (awf, expected) => {
    expect(kinds(passing(key, { toml, awf }))).toEqual(expected);
  });

  test("is reported with a port that the proxy does not have", () => {
    expect(kinds(passing(key, { toml: toml.replace("10000", "9") }))).toEqual(["unusableBaseUrl"]);
  });
});

describe("the proxy's address while the proxy is off", () => {
  const off = (env: Readonly<Record<string, string>>, awf: string, codex = "0.98.0") =>
    workflow({
      jobs: {
        agent: [
          { name: "Install", run: `npm install -g @openai/codex@${codex}` },
          { name: "AWF", run: `bash "\${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" ${awf}` },
          executeCodex({ proxy: "none", codex: command.plain, env }),
        ],
      },
    });

  test("is reported because nothing answers there", () => {
    const text = off({ OPENAI_BASE_URL: openai }, "v0.16.0");
    const [finding, ...others] = diagnose(text, options);
    expect(finding).toMatchObject({ outcome: "wrongAddress", kind: "proxyOff", fix: undefined });
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("OPENAI_BASE_URL");
    expect(finding?.data.codexError).toContain(`error sending request for url (${openai}/responses)`);
    expect(others).toEqual([]);
    const compiled = lockFile({ compiler: "v0.70.0", detection: false, execute: { proxy: "none" } });
    expect(kinds(compiled)).toEqual(["proxyOff"]);
  });

  test.each([
    ["a Codex that does not read the variable", off({ OPENAI_BASE_URL: openai }, "v0.16.0", "0.121.0")],
    ["an AWF that always starts its proxy", off({ OPENAI_BASE_URL: openai }, "v0.27.32")],
    ["an AWF of an unknown version", off({ OPENAI_BASE_URL: openai }, "latest")],
    ["another address", off({ OPENAI_BASE_URL: "https://gateway.example.com/v1" }, "v0.16.0")],
    [
      "unknown options",
      off({ OPENAI_BASE_URL: openai }, "v0.16.0").replace("--env-all", "${{ vars.OPTIONS }} --env-all"),
    ],
    [
      "an unknown configuration",
      off({ OPENAI_BASE_URL: openai }, "v0.16.0").replace("--env-all", "--config x.json --env-all"),
    ],
  ])("is not reported for: %s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});
