import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint } from "../../support/lint.js";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { executeCodex } from "../../support/steps.js";
import { positionOf, workflow } from "../../support/workflow.js";

function compiledBy(version: string | undefined, execute = executeCodex()): string {
  const header = version === undefined ? undefined : { agent_id: "codex", compiler_version: version };
  return workflow({ header, jobs: { agent: [execute] } });
}

ruleTester.run("stale-compiler", ghAw.rules["stale-compiler"], {
  valid: [
    ...["v0.45.9", "v0.70.0", "v0.82.13", "v0.83.4", "v1.0.0", "dev"].map((version) => ({
      name: version,
      code: compiledBy(version),
    })),
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
      code: compiledBy(version),
      errors: [{ messageId: "misplacedProvider" }],
    })),
  ],
});

test("stale-compiler says so of a file that was mended", async () => {
  const { output, messages } = await lint(lockFile({ compiler: "v0.69.0" }), {
    config: [ghAw.configs.strict],
    fix: true,
  });
  expect(output).toContain("[model_providers.openai-proxy]");
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(["gh-aw/stale-compiler"]);
});
