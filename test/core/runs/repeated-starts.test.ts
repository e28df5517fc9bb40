import { describe, expect, test } from "vitest";
import { install, job, script } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { providerFlags } from "../../support/toml.js";

const writes = `printf '%s\\n' 'model_provider = "p"' '[model_providers.p]' 'name = "p"' 'base_url = "http://172.30.0.30:10000"' > ~/.codex/config.toml`;
const start = "sudo -E awf --enable-api-proxy --env-all -- codex exec";
const agent = `agent() { ${start} "$@"; }`;

/** The outcomes of a job whose one script has these lines. */
function outcomesOf(...lines: readonly string[]): readonly string[] {
  return outcomes(job([], install, script("mkdir -p ~/.codex", ...lines)));
}

describe("each call of a function that starts Codex is judged:", () => {
  test.each([
    ["all calls with a provider", [agent, `agent ${providerFlags} a`, `agent b ${providerFlags}`], []],
    ["one without", [agent, `agent ${providerFlags} a`, "agent b"], ["direct noProvider"]],
    ["several without, which make one finding", [agent, "agent a", "agent b"], ["direct noProvider"]],
    [
      "one that follows a configuration",
      [agent, "agent a || true", writes, "agent b"],
      ["direct noProvider"],
    ],
    [
      "one after a function that calls it",
      [agent, `plan() { agent ${providerFlags} a; }`, "plan", "agent b"],
      ["direct noProvider"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(outcomesOf(...lines)).toEqual(expected);
  });

  test.each([
    [
      "one of two that exclude each other",
      [agent, `if curl x; then agent ${providerFlags} a; else agent b; fi`],
    ],
    ["one that may not happen", [agent, `agent ${providerFlags} a`, "if curl x; then agent b; fi"]],
    ["one that only follows a failure", [agent, `agent ${providerFlags} a || agent b`]],
  ])("not %s", (_, lines) => {
    expect(outcomesOf(...lines)).toEqual([expect.stringMatching("^undetermined ")]);
  });
});

describe("each round of a loop that starts Codex is judged:", () => {
  test.each([
    ["over options", [`for p in "${providerFlags}" ""; do ${start} $p hi; done`], ["direct noProvider"]],
    [
      "over good options",
      [`for p in "${providerFlags} -c a=b" "${providerFlags}"; do ${start} $p hi; done`],
      [],
    ],
    [
      "that tries again after a configuration",
      [`for i in 1 2; do ${start} $i && break; ${writes}; done`],
      ["direct noProvider"],
    ],
    [
      "of which a round that only follows a failure is not",
      [writes, `for i in 1 2; do ${start} $i && break; rm ~/.codex/config.toml; done`],
      [expect.stringMatching("^undetermined ")],
    ],
  ])("%s", (_, lines, expected) => {
    expect(outcomesOf(...lines)).toEqual(expected);
  });
});
