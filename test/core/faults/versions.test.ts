import { diagnose } from "@gh-aw-lint/core";
import { expect, it } from "vitest";
import { workflow } from "../../support/workflow.js";

/** The outcomes of a run without a provider, with the command that installs Codex. */
function outcomes(install: string): readonly string[] {
  const run = "awf --enable-api-proxy --env-all -- codex exec x";
  const steps = [
    { name: "Install", run: install },
    { name: "Run", run },
  ];
  return diagnose(workflow({ jobs: { agent: steps } })).map(({ outcome }) => outcome);
}

it.each([
  ["npm install -g @openai/codex@0.121.0", ["direct"]],
  ["npm install -g @openai/codex@latest", ["direct"]],
  ["npm install -g '@openai/codex@>=0.121'", ["direct"]],
  ["npm install -g @openai/codex@0.118.0", []],
  ["npm install -g @openai/codex@0.118", []],
  ["npm install -g @openai/codex@~0.118.0", []],
  ["npm install -g '@openai/codex@<0.120'", []],
])("a run without a provider is reported only if Codex is new: %s", (install, expected) => {
  expect(outcomes(install)).toEqual(expected);
});

it.each([
  'npm install -g "@openai/codex@${{ vars.CODEX }}"',
  "npm install -g @openai/codex@next",
  "npm install -g @openai/codex@git+https://github.com/openai/codex.git",
])("a run without a provider is undetermined if Codex may be old: %s", (install) => {
  expect(outcomes(install)).toEqual(["undetermined"]);
});
