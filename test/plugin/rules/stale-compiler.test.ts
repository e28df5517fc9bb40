import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint } from "../../support/lint.js";
import { lockFile } from "../../support/lock-file.js";
import { providerBlock } from "../../support/toml.js";
import { ruleTester } from "../../support/rule-tester.js";
import { command, executeCodex } from "../../support/steps.js";
import { positionOf, workflow } from "../../support/workflow.js";

function compiledBy(version: string | undefined, execute = executeCodex()): string {
  const header = version === undefined ? undefined : { agent_id: "codex", compiler_version: version };
  return workflow({ header, jobs: { agent: [execute] } });
}

const detect = executeCodex({ codex: command.threatDetect });

/** `engine.args` of the workflow's source come after the compiler's own flags. */
const fromSource = `codex exec --skip-git-repo-check -c model_provider=p -c model_providers.p.name=P -c model_providers.p.base_url=http://172.30.0.30:10000 "$INSTRUCTION"`;

function withPort(version: string, port: string): string {
  const toml = providerBlock.replace("10000", port);
  const text = lockFile({ compiler: "v0.83.4", toml: providerBlock, detectionToml: toml });
  return text.replace('"compiler_version":"v0.83.4"', `"compiler_version":"${version}"`);
}

ruleTester.run("stale-compiler", ghAw.rules["stale-compiler"], {
  valid: [
    ...["v0.45.9", "v0.70.0", "v0.82.13", "v0.83.4", "v1.0.0", "dev"].map((version) => ({
      name: version,
      code: compiledBy(version),
    })),
    { name: "no external threat detection", code: compiledBy("v0.82.14") },
    { name: "an older Codex", code: lockFile({ compiler: "v0.64.0", codex: "0.118.0" }) },
    {
      name: "flags in the workflow's source",
      code: compiledBy("v0.69.0", executeCodex({ codex: fromSource })),
    },
    { name: "the proxy's port", code: withPort("v0.87.2", "10000") },
    { name: "another vendor's port of another compiler", code: withPort("v0.84.0", "10001") },
    { name: "no header", code: compiledBy(undefined) },
    { name: "no API proxy", code: compiledBy("v0.69.0", executeCodex({ proxy: "none" })) },
    { name: "another engine", code: compiledBy("v0.69.0", executeCodex({ codex: "claude --print x" })) },
  ],
  invalid: [
    ...["v0.46.0", "v0.58.2", "v0.69.3", "0.69.3"].map((version) => ({
      name: version,
      code: compiledBy(version),
      errors: [{ messageId: "missingProvider", ...positionOf(compiledBy(version), version) }],
    })),
    ...["v0.82.14", "v0.83.3"].map((version) => ({
      name: version,
      code: compiledBy(version, detect),
      errors: [{ messageId: "misplacedProvider" }],
    })),
    {
      name: "another vendor's port",
      code: withPort("v0.87.2", "10001"),
      errors: [
        {
          message:
            "gh-aw v0.87.2 wrote another vendor's port into Codex's configuration. Recompile with gh-aw v0.88.8 or later.",
        },
      ],
    },
  ],
});

test("stale-compiler mentions that a fixed file was changed", async () => {
  const { output, messages } = await lint(lockFile({ compiler: "v0.69.0" }), {
    config: [ghAw.configs.strict],
    fix: true,
  });
  expect(output).toContain("[model_providers.openai-proxy]");
  expect(messages.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    [
      "gh-aw/stale-compiler",
      "gh-aw v0.69.0 writes no model provider for Codex, so the next compile undoes the change made here. Recompile with gh-aw v0.88.8 or later.",
    ],
  ]);
});
