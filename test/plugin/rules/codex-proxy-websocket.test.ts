import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint, places } from "../../support/lint.js";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf } from "../../support/workflow.js";

const agent = (toml: string, options: LockFile = {}) => lockFile({ detection: false, toml, ...options });
const good = `${providerBlock}\n${shellPolicy}`;
const key = 'openai_base_url = "http://172.30.0.30:10000"\n\n';
const features = "[features]\nresponses_websockets = true\n";

ruleTester.run("codex-proxy-websocket", ghAw.rules["codex-proxy-websocket"], {
  valid: [
    { name: "WebSockets off", code: agent(good) },
    { name: "no setting for WebSockets", code: agent(good.replace(/^supports.*\n/m, "")) },
    { name: "the feature flag with a Codex release that ignores it", code: agent(`${good}\n${features}`) },
    { name: "a Codex without WebSockets by default", code: agent(shellPolicy, { codex: "0.115.0" }) },
    { name: "no provider, which another rule reports", code: agent(shellPolicy) },
    { name: "no API proxy", code: agent(shellPolicy, { codex: "0.118.0", execute: { proxy: "none" } }) },
  ],
  invalid: [
    {
      name: "WebSockets on",
      code: agent(good.replace("= false", "= true")),
      output: agent(good),
      errors: [
        {
          messageId: "supportsWebsockets",
          ...positionOf(agent(good.replace("= false", "= true")), "supports_websockets"),
        },
      ],
    },
    {
      name: "`openai_base_url`",
      code: agent(key + shellPolicy),
      output: agent(key + good),
      errors: [{ messageId: "openAiBaseUrlKey" }],
    },
    {
      name: "Codex 0.118.0 without a provider",
      code: agent(shellPolicy, { codex: "0.118.0" }),
      output: agent(good, { codex: "0.118.0" }),
      errors: [
        {
          messageId: "environmentBaseUrl",
          ...positionOf(
            agent(shellPolicy, { codex: "0.118.0" }),
            'cat > "/tmp/gh-aw/mcp-config/config.toml"',
          ),
        },
      ],
    },
    {
      name: "the feature flag with a Codex release that reads it",
      code: agent(features, { codex: "0.115.0" }),
      output: agent(`${providerBlock}\n${features}`, { codex: "0.115.0" }),
      errors: [{ messageId: "websocketFeature" }],
    },
  ],
});

test("codex-proxy-websocket is only in `configs.strict`", async () => {
  const text = agent(good.replace("= false", "= true"), { compiler: "v0.70.0" });
  expect(places(await lint(text))).toEqual([]);
  expect(places(await lint(text, { config: [ghAw.configs.strict] }))).toHaveLength(1);
});
