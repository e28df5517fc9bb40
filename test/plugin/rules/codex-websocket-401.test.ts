import { ESLint, type Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint } from "../../support/lint.js";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { misplacedProvider, providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf, workflow } from "../../support/workflow.js";

const noProvider = lockFile({ detection: false });
const misplaced = lockFile({ detection: false, toml: `${shellPolicy}${providerBlock}` });
ruleTester.run("codex-websocket-401", ghAw.rules["codex-websocket-401"], {
  valid: [
    { name: "a provider block at the top", code: lockFile({ compiler: "v0.70.0" }) },
    { name: "a provider block in JSON", code: lockFile({ compiler: "newest" }) },
    { name: "Codex before 0.120.0", code: lockFile({ codex: "0.118.0" }) },
    { name: "no API proxy", code: lockFile({ execute: { proxy: "none" } }) },
    {
      name: "no AWF",
      code: workflow({ jobs: { agent: [{ name: "Run", run: 'codex exec "Mention awf."' }] } }),
    },
    { name: "another engine", code: lockFile({ execute: { codex: 'claude --print "Review codex exec."' } }) },
    { name: "a file that is not a workflow", code: "- codex awf" },
  ],
  invalid: [
    {
      name: "no provider",
      code: noProvider,
      output: lockFile({ detection: false, toml: `${providerBlock}\n${shellPolicy}` }),
      errors: [
        { messageId: "noProvider", ...positionOf(noProvider, `cat > "/tmp/gh-aw/mcp-config/config.toml"`) },
      ],
    },
    {
      name: "a selection below a table header",
      code: misplaced,
      output: lockFile({
        detection: false,
        toml: `model_provider = "openai-proxy"\n${shellPolicy}${providerBlock.replace(/^model_provider.*\n/, "")}`,
      }),
      errors: [{ messageId: "misplacedSelection", ...positionOf(misplaced, "model_provider") }],
    },
    {
      name: "a selection below a table header in external threat detection",
      code: lockFile({ compiler: "v0.82.14", detectionToml: misplacedProvider }),
      output: lockFile({
        compiler: "v0.82.14",
        detectionToml: `model_provider = "openai-proxy"\n${misplacedProvider.replace(/^model_provider.*\n/m, "")}`,
      }),
      errors: [{ messageId: "misplacedSelection" }],
    },
  ],
});

describe("codex-websocket-401 explains", () => {
  const withToml = (toml: string) => lockFile({ detection: false, toml });

  test.each([
    [
      "a provider that is not selected",
      "notSelected",
      withToml(providerBlock.replace(/^model_provider.*\n\n/, "")),
    ],
    [
      "a provider without `base_url`",
      "baseUrlMissing",
      withToml(providerBlock.replace(/^base_url.*\n/m, "")),
    ],
    [
      "a provider that goes to api.openai.com",
      "baseUrlDirect",
      withToml(providerBlock.replace("http://172.30.0.30:10000", "https://api.openai.com/v1")),
    ],
    ["a file that the gateway overwrites", "noProvider", lockFile({ compiler: "v0.64.0", detection: false })],
    [
      "a detection job without a file",
      "noProvider",
      lockFile({ compiler: "v0.69.0", toml: `${providerBlock}\n${shellPolicy}` }),
    ],
  ])("%s", async (_, messageId, text) => {
    const { messages } = await lint(text);
    expect(messages).toEqual([expect.objectContaining({ messageId })]);
    expect(messages[0]!.message).not.toMatch(/\{\{|undefined/);
  });
});

describe("the options of codex-websocket-401", () => {
  const lintWith = async (text: string, options: object, fix = true) => {
    const rules: Linter.RulesRecord = { "gh-aw/codex-websocket-401": ["error", options] };
    const overrideConfig = [{ ...ghAw.configs.recommended, rules } as Linter.Config];
    const [result] = await new ESLint({ overrideConfigFile: true, overrideConfig, fix }).lintText(text, {
      filePath: "test.lock.yml",
    });
    return result!;
  };

  test("change the fix", async () => {
    const options = {
      providerId: "mine",
      providerName: "Mine",
      baseUrl: "http://proxy:1/v1",
      envKey: "MY_KEY",
    };
    const { output, messages } = await lintWith(noProvider, options);
    expect(messages).toEqual([]);
    expect(output).toContain(
      `model_provider = "mine"

          [model_providers.mine]
          name = "Mine"
          base_url = "http://proxy:1/v1"
          env_key = "MY_KEY"
          supports_websockets = false
`,
    );
    expect((await lintWith(noProvider, { envKey: false })).output).not.toContain("env_key");
  });

  test("change the message", async () => {
    const options = { providerId: "mine", baseUrl: "http://proxy:1/v1" };
    const text = lockFile({
      compiler: "v0.82.14",
      codex: "0.144.0",
      detectionToml: providerBlock.replace(/^base_url.*\n/m, ""),
    });
    const { messages } = await lintWith(text, options, false);
    expect(messages[0]!.message).toContain("`http://proxy:1/v1`");
  });

  test("set the first affected version of Codex", async () => {
    const text = lockFile({ codex: "0.130.0" });
    expect((await lintWith(text, { minimumCodexVersion: "0.131.0" })).output).toBeUndefined();
    expect((await lintWith(text, { minimumCodexVersion: "0.130.0" })).output).toBeDefined();
  });

  test.each([
    { providerId: "openai" },
    { providerId: "a.b" },
    { baseUrl: "172.30.0.30:10000" },
    { envKey: true },
    { minimumCodexVersion: "latest" },
    { unknown: 1 },
  ])("are checked: %j", async (options) => {
    await expect(lintWith(noProvider, options)).rejects.toThrow("gh-aw/codex-websocket-401");
  });
});

test("codex-websocket-401 only suggests a fix if there are several possible ones", async () => {
  const table = providerBlock.slice(providerBlock.indexOf("["));
  const { messages } = await lint(
    lockFile({ detection: false, toml: `${table}${table.replace("openai-proxy", "other")}` }),
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]!.fix).toBeUndefined();
  expect(messages[0]!.suggestions?.map(({ desc }) => desc)).toContain(
    "Select model provider `other` in config.toml.",
  );
});
