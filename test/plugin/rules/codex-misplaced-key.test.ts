import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint, onlyRule, places } from "../../support/lint.js";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf } from "../../support/workflow.js";

const agent = (toml: string, options: LockFile = {}) =>
  lockFile({ compiler: "v0.70.0", detection: false, toml, ...options });
const good = `${providerBlock}\n${shellPolicy}`;
const table = providerBlock.slice(providerBlock.indexOf("["));
const below = (line: string) => `${good}${line}\n`;
const moved = (line: string) => `${line}\n${good}`;

ruleTester.run("codex-misplaced-key", ghAw.rules["codex-misplaced-key"], {
  valid: [
    { name: "nothing misplaced", code: agent(good) },
    { name: "keys of the table itself", code: agent(`${good}\n[profiles.p]\nmodel = "gpt-5"\n`) },
    {
      name: "keys of a table that accepts any",
      code: agent(`${good}\n[mcp_servers.a]\ncommand = "a"\nenv = { model = "m" }\n`),
    },
    { name: "an unknown key", code: agent(below('team = "infra"')) },
    { name: "a root key's name with another type of value", code: agent(below("model = 5")) },
    {
      name: "a misplaced provider, which another rule reports",
      code: agent(`${shellPolicy}${providerBlock}`),
    },
    {
      name: "unknown keys that gh-aw writes",
      code: agent(good.replace("env_key", 'api_base = "x"\nwss_base = "y"\nenv_key')),
    },
    {
      name: "a misspelled `base_url`, which another rule reports",
      code: agent(good.replace("base_url", "base_ulr")),
    },
    { name: "a misspelled `name`, which another rule reports", code: agent(good.replace("name =", "nam =")) },
    {
      name: "a profile, which Codex no longer supports",
      code: agent(below('profile = "p"'), { codex: "0.134.0" }),
    },
    { name: "a file that Codex does not read", code: lockFile({ compiler: "newest" }) },
  ],
  invalid: [
    ...[
      'sandbox_mode = "workspace-write"',
      'web_search = "disabled" # quiet',
      'model_instructions_file = "x"',
      'approval_policy = "never"',
    ].map((line) => ({
      name: `\`${line}\` below a table`,
      code: agent(below(line)),
      output: agent(moved(line)),
      errors: [{ messageId: "misplacedKey", ...positionOf(agent(below(line)), line) }],
    })),
    {
      name: "a provider's selection next to a correct one",
      code: agent(below('model_provider = "openai-proxy"')),
      output: null,
      errors: [
        {
          messageId: "misplacedKey",
          data: {
            job: "agent",
            codex: "0.121.0",
            key: "model_provider",
            table: "shell_environment_policy",
            remedy: "Remove it: `model_provider` is already set above the first table.",
          },
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Remove `model_provider` from `[shell_environment_policy]`." },
              output: agent(good),
            },
          ],
        },
      ],
    },
    {
      name: "a provider's selection, with a Codex that is not affected",
      code: agent(`${table}\n${shellPolicy}model_provider = "openai-proxy"\n`, { codex: "0.115.0" }),
      output: agent(`model_provider = "openai-proxy"\n${table}\n${shellPolicy}`, { codex: "0.115.0" }),
      errors: [{ messageId: "misplacedKey" }],
    },
    {
      name: "a key in a file that Codex refuses, which another rule fixes first",
      code: agent(`[model_providers.openai-proxy]\nmodel_provider = "openai-proxy"\n`, { codex: "0.98.0" }),
      output: null,
      errors: [{ messageId: "misplacedKey" }],
    },
    {
      name: "a misspelled key",
      code: agent(good.replace("supports_websockets", "supports_websocket")),
      output: null,
      errors: [
        {
          messageId: "misspelledKey",
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Rename `supports_websocket` to `supports_websockets`." },
              output: agent(good),
            },
          ],
        },
      ],
    },
    {
      name: "a misspelled key whose correct spelling would be worse",
      code: agent(good.replace("supports_websockets = false", "support_websockets = true")),
      output: null,
      errors: [{ messageId: "misspelledKey", suggestions: [] }],
    },
  ],
});

test("codex-misplaced-key reports a key once if two runs read it", async () => {
  const text = agent(below('sandbox_mode = "read-only"'));
  const step = text.slice(text.indexOf("      - name: Execute"));
  expect(places(await lint(text + step, { config: [ghAw.configs.strict] }))).toHaveLength(1);
});

test("a key is not moved where Codex would reject it, even if the run fails anyway", async () => {
  const code = agent(`${shellPolicy}profile = "p"\n`).replace(/(@openai\/codex)(?:@\S+)?/g, "$1@0.121.0");
  const { messages } = await lint(code, { config: onlyRule("codex-misplaced-key") });
  expect(messages).toHaveLength(1);
  expect(messages[0]?.fix).toBeUndefined();
});
