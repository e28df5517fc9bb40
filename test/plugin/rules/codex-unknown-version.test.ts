import { diagnose, explainRuns } from "@gh-aw-lint/core";
import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { executeCodex, installCodex } from "../../support/steps.js";
import { positionOf, workflow } from "../../support/workflow.js";

const model = lockFile({ detection: false, codex: "gpt-5.1-codex-mini" });

function compiledFor(codex: string, version: string): string {
  const header = { agent_id: "codex", engine_versions: { codex } };
  return workflow({ header, jobs: { agent: [installCodex(version), executeCodex()] } });
}

ruleTester.run("codex-unknown-version", ghAw.rules["codex-unknown-version"], {
  valid: [
    "0.121.0",
    "0.121.0-alpha.2",
    "^0.121.0",
    "0.121",
    "latest",
    "alpha",
    "native",
    "linux-x64",
    // The rule reports a version only if it can never exist.
    "0.103.0",
    "0.112.0",
    "0.119.0",
    "99.0.0",
    "${{ vars.CODEX_VERSION }}",
    "$CODEX_VERSION",
  ].map((codex) => ({ name: codex, code: lockFile({ codex }) })),
  invalid: [
    {
      name: "a model",
      code: model,
      errors: [
        { messageId: "modelName", ...positionOf(model, "@openai/codex@gpt-5.1-codex-mini"), suggestions: [] },
      ],
    },
    {
      name: "a model in a file that was compiled for a version",
      code: compiledFor("0.118.0", "gpt-5"),
      errors: [
        {
          messageId: "modelName",
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Pin Codex 0.118.0." },
              output: compiledFor("0.118.0", "0.118.0"),
            },
          ],
        },
      ],
    },
    ...["o3", "o4-mini", "codex-mini-latest", "GPT-5.4", "gpt5", "chatgpt-4o-latest", "claude-sonnet-4"].map(
      (name) => ({
        name,
        code: lockFile({ detection: false, codex: name }),
        errors: [{ messageId: "modelName" }],
      }),
    ),
  ],
});

test("a run whose Codex cannot be installed is not reported as a 401", () => {
  expect(diagnose(model)).toEqual([]);
  expect(explainRuns(model)).toMatchObject([
    {
      codex: { value: "gpt-5.1-codex-mini" },
      outcome: { kind: "notInstalled", reason: expect.stringContaining("`ETARGET`") as unknown },
    },
  ]);
});
