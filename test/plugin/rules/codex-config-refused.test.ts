import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint, places } from "../../support/lint.js";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf } from "../../support/workflow.js";

const agent = (toml: string, options: LockFile = {}) => lockFile({ detection: false, toml, ...options });
const good = `${providerBlock}\n${shellPolicy}`;
const twice = good.replace(/^name.*\n/m, "$&$&");

ruleTester.run("codex-config-refused", ghAw.rules["codex-config-refused"], {
  valid: [
    { name: "a configuration that Codex loads", code: agent(good) },
    { name: "a configuration in JSON", code: lockFile({ compiler: "newest" }) },
    { name: "no provider, which another rule reports", code: agent(shellPolicy) },
    {
      name: "an unset `env_key`, which another rule reports",
      code: agent(good.replace("OPENAI_API_KEY", "MY_KEY")),
    },
    {
      name: "another vendor's port, which another rule reports",
      code: agent(good.replace(":10000", ":10001")),
    },
    { name: "an unknown key", code: agent(good.replace("env_key", 'team = "infra"\nenv_key')) },
    { name: "no API proxy", code: agent("[\n", { execute: { proxy: "none" } }) },
    {
      name: "servers to which the MCP gateway gives an address",
      code: lockFile({
        compiler: "newest",
        defaults: {
          model_provider: "p",
          model_providers: { p: { name: "P", base_url: "http://172.30.0.30:10000" } },
          mcp_servers: { github: { startup_timeout_sec: 120 } },
        },
      }),
    },
    {
      name: "a profile with a Codex release that supports profiles",
      code: agent(`profile = "p"\n${good}\n[profiles.p]\n`),
    },
  ],
  invalid: [
    {
      name: "a duplicate key",
      code: agent(twice),
      output: agent(good),
      errors: [{ messageId: "duplicateKey" }],
    },
    {
      name: "a reserved id",
      code: agent(good.replaceAll("openai-proxy", "openai")),
      output: agent(good),
      errors: [
        {
          messageId: "reservedProvider",
          ...positionOf(agent(good.replaceAll("openai-proxy", "openai")), "[model_providers"),
        },
      ],
    },
    {
      name: "a string instead of a boolean",
      code: agent(good.replace("= false", '= "false"')),
      output: agent(good),
      errors: [{ messageId: "wrongType" }],
    },
    {
      name: "the chat API",
      code: agent(good.replace("env_key", 'wire_api = "chat"\nenv_key')),
      output: agent(good.replace("env_key", 'wire_api = "responses"\nenv_key')),
      errors: [{ messageId: "chatWireApi" }],
    },
    {
      name: "no name",
      code: agent(good.replace(/^name.*\n/m, ""), { codex: "0.118.0" }),
      output: agent(good, { codex: "0.118.0" }),
      errors: [{ messageId: "missingName" }],
    },
    {
      name: "a legacy profile",
      code: agent(`profile = "p"\n${good}\n[profiles.p]\n`, { codex: "0.134.0" }),
      output: null,
      errors: [{ messageId: "legacyProfile" }],
    },
    {
      name: "an undefined provider, for which there are only suggestions",
      code: agent(good.replace('= "openai-proxy"', '= "openai_proxy"')),
      output: null,
      errors: [
        {
          messageId: "undefinedProvider",
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Select model provider `openai-proxy` in config.toml." },
              output: agent(good),
            },
            {
              messageId: "suggestion",
              data: { title: "Select model provider `openai-proxy` on the command line." },
              output: agent(good.replace('= "openai-proxy"', '= "openai_proxy"')).replace(
                "}exec ",
                '}exec -c model_provider="openai-proxy" ',
              ),
            },
            {
              messageId: "suggestion",
              data: { title: "Define model provider `openai_proxy`." },
              output: agent(
                good
                  .replace('= "openai-proxy"', '= "openai_proxy"')
                  .replace(
                    "[model",
                    `${providerBlock.slice(providerBlock.indexOf("[")).replace("openai-proxy", "openai_proxy")}\n[model`,
                  ),
              ),
            },
          ],
        },
      ],
    },
  ],
});

test("codex-config-refused quotes Codex's error", async () => {
  const { messages } = await lint(agent(good.replaceAll("openai-proxy", "lmstudio")));
  expect(messages[0]!.message).toContain(
    '"Error loading config.toml: model_providers contains reserved built-in provider IDs: `lmstudio`. Built-in',
  );
});

test("codex-config-refused reports a fault once if two runs read the file", async () => {
  const text = agent("[\n");
  const step = text.slice(text.indexOf("      - name: Execute"));
  expect(places(await lint(text + step))).toHaveLength(1);
});
