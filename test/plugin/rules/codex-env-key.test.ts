import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { fix, lint, places } from "../../support/lint.js";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { positionOf, withVariable } from "../../support/workflow.js";

const agent = (toml: string, options: LockFile = {}) => lockFile({ detection: false, toml, ...options });
const good = `${providerBlock}\n${shellPolicy}`;
const withKey = (key: string) => good.replace('"OPENAI_API_KEY"\nsupports', `${key}\nsupports`);
const withoutKey = good.replace(/^env_key.*\n/m, "");
const withSecret = (text: string) => withVariable(text, "OPENAI_API_KEY", "${{ secrets.OPENAI_API_KEY }}");
const before = { awf: "v0.25.26" };

ruleTester.run("codex-env-key", ghAw.rules["codex-env-key"], {
  valid: [
    { name: "a variable for which AWF sets a placeholder", code: agent(good, { awf: "v0.25.27" }) },
    { name: "no `env_key`", code: agent(withoutKey, before) },
    {
      name: "a variable that the step passes",
      code: agent(withKey('"MY_KEY"'), { execute: { env: { MY_KEY: "${{ secrets.MY_KEY }}" } } }),
    },
    {
      name: "a provider that is not selected",
      code: agent(`${good}\n[model_providers.other]\nname = "Other"\nenv_key = "OTHER_KEY"\n`),
    },
    {
      name: "a name known only at run time",
      code: withVariable(agent(withKey('"$KEY_NAME"')), "KEY_NAME", "${{ vars.KEY_NAME }}"),
    },
    {
      name: "an AWF that is built from a checkout",
      code: agent(good, before).replace("--enable-api-proxy", "$& --build-local"),
    },
    { name: "no API proxy", code: agent(withKey('"MY_KEY"'), { execute: { proxy: "none" } }) },
  ],
  invalid: [
    {
      name: "a variable that AWF excludes",
      code: agent(good, before),
      output: agent(withoutKey, before),
      errors: [{ messageId: "excludedEnvKey", ...positionOf(agent(good, before), "env_key") }],
    },
    {
      name: "a variable that nothing passes",
      code: agent(withKey('"MY_KEY"')),
      output: agent(withoutKey),
      errors: [{ messageId: "missingEnvironmentVariable" }],
    },
    {
      name: "an expansion of a variable that nothing sets",
      code: agent(withKey('"$KEY_NAME"')),
      output: agent(withoutKey),
      errors: [{ messageId: "emptyEnvKey" }],
    },
    {
      name: "an empty name",
      code: agent(withKey('""')),
      output: agent(withoutKey),
      errors: [{ messageId: "emptyEnvKey" }],
    },
    {
      name: "an expansion that Codex gets literally",
      code: agent(withKey('"\\${OPENAI_API_KEY}"')),
      output: agent(good),
      errors: [
        {
          messageId: "expandedEnvKey",
          data: {
            variable: "${OPENAI_API_KEY}",
            provider: "openai-proxy",
            codex: "0.121.0",
            job: "agent",
            codexError: "ERROR: Missing environment variable: `${OPENAI_API_KEY}`",
            remedy: 'Set `env_key = "OPENAI_API_KEY"`, or remove it: AWF\'s API proxy sets the key itself.',
          },
        },
      ],
    },
    {
      name: "an expansion of the key by the shell",
      code: withSecret(agent(withKey('"$OPENAI_API_KEY"'))),
      output: withSecret(agent(good)),
      errors: [{ messageId: "expandedEnvKey" }],
    },
    {
      name: "an expansion of a key whose variable AWF excludes",
      code: withSecret(agent(withKey('"$OPENAI_API_KEY"'), before)),
      output: withSecret(agent(withoutKey, before)),
      errors: [{ messageId: "expandedEnvKey" }],
    },
    {
      name: "a key in JSON",
      code: lockFile({
        compiler: "newest",
        detection: false,
        defaults: {
          model_provider: "p",
          model_providers: { p: { name: "P", base_url: "http://172.30.0.30:10000", env_key: "MY_KEY" } },
        },
      }),
      output: lockFile({
        compiler: "newest",
        detection: false,
        defaults: {
          model_provider: "p",
          model_providers: { p: { name: "P", base_url: "http://172.30.0.30:10000" } },
        },
      }),
      errors: [{ messageId: "missingEnvironmentVariable" }],
    },
  ],
});

describe("codex-env-key with the other recommended rules", () => {
  test("fixes a misplaced block whose `env_key` AWF excludes", async () => {
    const text = agent(`${shellPolicy}${providerBlock}`, before);
    expect(places(await lint(text)).join()).toMatch(/^\d+:\d+ misplacedSelection$/);
    const fixed = await fix(text);
    expect(fixed).toBe(
      agent(
        `model_provider = "openai-proxy"\n${shellPolicy}${providerBlock.replace(/^(model_provider|env_key).*\n/gm, "")}`,
        before,
      ),
    );
    expect(places(await lint(fixed))).toEqual([]);
  });

  test("fixes an `env_key` and then the base URL", async () => {
    const fixed = await fix(agent(withKey('"MY_KEY"').replace(":10000", ":10001")));
    expect(fixed).toBe(agent(withoutKey));
  });
});
