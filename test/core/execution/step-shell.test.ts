import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a step with its own `shell`", () => {
  const good = writes(provider("http://172.30.0.30:10000"));
  const overwrite = "mkdir -p ~/.codex; echo > ~/.codex/config.toml";
  const judged = (shell: string, script: string): readonly string[] =>
    outcomes(job([], install, good, `- run: ${script}\n  shell: ${shell}`, start));

  test.each([
    "bash",
    "sh",
    "bash -e {0}",
    "/usr/bin/env bash -euo pipefail {0}",
    "sudo -E bash {0}",
    "nix develop -c bash -e {0}",
    "conda run -n env bash {0}",
  ])("runs its script on the runner: %s", (shell) => {
    expect(judged(shell, overwrite)).toEqual(["direct noProvider"]);
  });

  test.each([
    "pwsh",
    "python",
    "zsh {0}",
    "sudo bash -e {0}",
    "docker exec -i box bash -e {0}",
    "ssh host bash {0}",
    "su user -c 'bash {0}'",
  ])("may do anything: %s", (shell) => {
    expect(judged(JSON.stringify(shell), overwrite)).toEqual(["undetermined undeterminedValue"]);
  });

  test.each([
    ["bash {0}", ["direct noProvider"]],
    ["nix develop -e x -c bash {0}", ["direct noProvider"]],
    ["bash -e {0}", []],
  ])("goes on after a failure or not: %s", (shell, expected) => {
    expect(judged(shell, `|\n    false\n    ${overwrite}`)).toEqual(expected);
  });
});
