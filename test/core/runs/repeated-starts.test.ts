import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { providerFlags } from "../../support/toml.js";

const writes = `printf '%s\\n' 'model_provider = "p"' '[model_providers.p]' 'name = "p"' 'base_url = "http://172.30.0.30:10000"' > ~/.codex/config.toml`;
const start = "sudo -E awf --enable-api-proxy --env-all -- codex exec";
const agent = `agent() { ${start} "$@"; }`;

/** The outcomes of a job whose one step has these lines. */
function outcomes(...lines: readonly string[]): readonly string[] {
  const script = ["npm install -g @openai/codex@0.121.0", "mkdir -p ~/.codex", ...lines];
  const text = `on: workflow_dispatch\njobs:\n  agent:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n${script
    .map((line) => `          ${line}\n`)
    .join("")}`;
  return diagnose(text, { outcomes: ["direct", "undetermined"] }).map(({ outcome }) => outcome);
}

describe("each call of a function that starts Codex is judged:", () => {
  test.each([
    ["all calls with a provider", [agent, `agent ${providerFlags} a`, `agent b ${providerFlags}`], []],
    ["one without", [agent, `agent ${providerFlags} a`, "agent b"], ["direct"]],
    ["several without, which make one finding", [agent, "agent a", "agent b"], ["direct"]],
    ["one that follows a configuration", [agent, "agent a || true", writes, "agent b"], ["direct"]],
    [
      "one after a function that calls it",
      [agent, `plan() { agent ${providerFlags} a; }`, "plan", "agent b"],
      ["direct"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(outcomes(...lines)).toEqual(expected);
  });

  test.each([
    [
      "one of two that exclude each other",
      [agent, `if curl x; then agent ${providerFlags} a; else agent b; fi`],
    ],
    ["one that may not happen", [agent, `agent ${providerFlags} a`, "if curl x; then agent b; fi"]],
    ["one that only follows a failure", [agent, `agent ${providerFlags} a || agent b`]],
  ])("not %s", (_, lines) => {
    expect(outcomes(...lines)).toEqual(["undetermined"]);
  });
});

describe("each round of a loop that starts Codex is judged:", () => {
  test.each([
    ["over options", [`for p in "${providerFlags}" ""; do ${start} $p hi; done`], ["direct"]],
    [
      "over good options",
      [`for p in "${providerFlags} -c a=b" "${providerFlags}"; do ${start} $p hi; done`],
      [],
    ],
    [
      "that tries again after a configuration",
      [`for i in 1 2; do ${start} $i && break; ${writes}; done`],
      ["direct"],
    ],
    [
      "of which a round that only follows a failure is not",
      [writes, `for i in 1 2; do ${start} $i && break; rm ~/.codex/config.toml; done`],
      ["undetermined"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(outcomes(...lines)).toEqual(expected);
  });
});
