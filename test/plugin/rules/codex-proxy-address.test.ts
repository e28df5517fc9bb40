import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint } from "../../support/lint.js";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf, withVariable } from "../../support/workflow.js";

const agent = (toml: string, options: LockFile = {}) => lockFile({ detection: false, toml, ...options });
const at = (address: string) =>
  `${providerBlock.replace("http://172.30.0.30:10000", address)}\n${shellPolicy}`;
const proxy = "http://172.30.0.30:10000";
const withModel = (model: string) => ({ execute: { env: { GH_AW_MODEL_AGENT_CODEX: model } } });
const withoutKey = (toml: string) => toml.replace(/^env_key.*\n/m, "");
const before = { awf: "v0.25.24" };

ruleTester.run("codex-proxy-address", ghAw.rules["codex-proxy-address"], {
  valid: [
    { name: "the proxy", code: agent(at(proxy)) },
    { name: "the proxy with a slash", code: agent(at(`${proxy}/`)) },
    { name: "`/v1` with an AWF that would add it", code: agent(at(`${proxy}/v1`)) },
    { name: "`/v1` with an AWF that does not add it", code: agent(withoutKey(at(`${proxy}/v1/`)), before) },
    {
      name: "no `/v1` with the first AWF that adds it",
      code: agent(withoutKey(at(proxy)), { awf: "v0.25.25" }),
    },
    {
      name: "no `/v1` with an AWF that is built from a checkout",
      code: agent(withoutKey(at(proxy)), before).replace("--enable-api-proxy", "$& --build-local"),
    },
    {
      name: "Copilot's port for its model",
      code: agent(at("http://172.30.0.30:10002"), withModel("copilot/gpt-5")),
    },
    {
      name: "Copilot's port for a model known only at run time",
      code: agent(at("http://172.30.0.30:10002"), withModel("${{ vars.MODEL || '' }}")),
    },
    { name: "the user's own gateway", code: agent(at("https://gateway.example.com/v1")) },
    { name: "a gateway on the runner", code: agent(at("http://host.docker.internal:8080/v1")) },
    {
      name: "an address known only at run time",
      code: withVariable(agent(at("http://$PROXY_HOST:10000")), "PROXY_HOST", "${{ vars.PROXY_HOST }}"),
    },
    {
      name: "the address in the options",
      code: agent(at("http://proxy:1/v1")),
      options: [{ baseUrl: "http://proxy:1/v1" }],
    },
    { name: "no address, which another rule reports", code: agent(shellPolicy) },
    { name: "api.openai.com, which another rule reports", code: agent(at("https://api.openai.com/v1")) },
    { name: "no API proxy", code: agent(at("http://api-proxy:1"), { execute: { proxy: "none" } }) },
  ],
  invalid: [
    ...[
      "http://172.30.0.30:10001",
      "http://172.30.0.30:10003",
      "http://172.30.0.30:10004/v1",
      "https://172.30.0.30:10000",
      "172.30.0.30:10000",
      "",
      " http://api-proxy",
      "http://\\${PROXY_HOST}:10000",
      "http://172.30.0.30:10000?x=1",
    ].map((address) => ({
      name: `nothing answers at "${address}"`,
      code: agent(at(address)),
      output: agent(at(proxy)),
      errors: [{ messageId: "unusableBaseUrl", ...positionOf(agent(at(address)), "base_url") }],
    })),
    {
      name: "a host that may be intended",
      code: agent(at("http://my-proxy:8080")),
      output: null,
      errors: [
        {
          messageId: "unusableBaseUrl",
          suggestions: [
            {
              messageId: "suggestion",
              data: {
                title: `Set \`base_url\` of model provider \`openai-proxy\` to \`${proxy}\` in config.toml.`,
              },
              output: agent(at(proxy)),
            },
            {
              messageId: "suggestion",
              data: {
                title: `Set \`base_url\` of model provider \`openai-proxy\` to \`${proxy}\` on the command line.`,
              },
              output: agent(at("http://my-proxy:8080")).replace(
                "}exec ",
                `}exec -c model_providers.openai-proxy.base_url="${proxy}" `,
              ),
            },
          ],
        },
      ],
    },
    {
      // AWF also has no credential for Copilot's port, so no address helps.
      name: "OpenAI's port for a model of Copilot's",
      code: agent(at(proxy), withModel("copilot/gpt-5")),
      output: null,
      errors: [{ messageId: "wrongPort" }],
    },
    {
      name: "Copilot's port for a model that config.toml names",
      code: agent(`model = "gpt-5"\n${at("http://172.30.0.30:10002")}`),
      output: agent(`model = "gpt-5"\n${at(proxy)}`),
      errors: [{ messageId: "wrongPort" }],
    },
    {
      name: "OpenAI's port for a model of Copilot's that config.toml names",
      code: agent(`model = "copilot/gpt-5"\n${at(proxy)}`),
      output: agent(`model = "copilot/gpt-5"\n${at("http://172.30.0.30:10002")}`),
      errors: [{ messageId: "wrongPort" }],
    },
    {
      name: "no `/v1` with an AWF that does not add it",
      code: agent(withoutKey(at(proxy)), before),
      output: agent(withoutKey(at(`${proxy}/v1`)), before),
      errors: [{ messageId: "missingVersionPath" }],
    },
    {
      name: "a repeated `/v1`",
      code: agent(at(`${proxy}/v1/v1`)),
      output: agent(at(proxy)),
      errors: [{ messageId: "doubledPath" }],
    },
    {
      name: "Codex's own path",
      code: agent(at(`${proxy}/v1/responses`)),
      output: agent(at(proxy)),
      errors: [{ messageId: "doubledPath" }],
    },
    {
      name: "an address in JSON",
      code: lockFile({ compiler: "newest", detection: false, defaults: defaults(":10001") }),
      output: lockFile({ compiler: "newest", detection: false, defaults: defaults(":10001") }).replace(
        "codex exec",
        `codex exec -c model_providers.p.base_url="${proxy}"`,
      ),
      errors: [{ messageId: "unusableBaseUrl" }],
    },
  ],
});

function defaults(port: string): Readonly<Record<string, unknown>> {
  return {
    model_provider: "p",
    model_providers: { p: { name: "P", base_url: `http://172.30.0.30${port}` } },
  };
}

describe("codex-proxy-address", () => {
  test("and codex-proxy-websocket fix the address and WebSockets together", async () => {
    const text = agent(at("http://172.30.0.30:10001").replace("= false", "= true"));
    const { output, messages } = await lint(text, { config: [ghAw.configs.strict], fix: true });
    expect(output).toBe(agent(at(proxy)));
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["gh-aw/stale-compiler"]);
  });
});
