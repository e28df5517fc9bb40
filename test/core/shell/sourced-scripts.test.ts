import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

test("a script that Bash reads when it starts may set any variable", () => {
  const lines = (run: string, more: string): string =>
    `- shell: ${run}\n  run: sudo -E awf --enable-api-proxy${more}`;
  const awf = " --env-all -- codex exec hi";
  const profile = "- run: echo 'export CODEX_HOME=/tmp/c' >> ~/.profile";
  const isUndetermined = (text: string): boolean =>
    outcomes(text).every((name) => name.startsWith("undetermined"));
  expect(isUndetermined(job([], install, profile, lines("bash -l {0}", awf)))).toBe(true);
  expect(
    isUndetermined(job([], install, profile, lines("bash", " --env-all -- bash -lc 'codex exec hi'"))),
  ).toBe(true);
  expect(outcomes(job([], install, profile, lines("bash", awf)))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], install, lines("bash -l {0}", awf)))).toEqual(["direct noProvider"]);
  const named = ["env:", "  BASH_ENV: /tmp/start.sh"];
  expect(isUndetermined(job(named, install, lines("bash", awf)))).toBe(true);
});

describe("a script that a tool gives to be sourced writes no configuration:", () => {
  test.each([
    ['export NVM_DIR="$HOME/.nvm"; . "$NVM_DIR/nvm.sh"; nvm install 22'],
    ["python -m venv .venv; source .venv/bin/activate; pip install -r requirements.txt"],
    ['. "$HOME/.cargo/env"'],
    ['eval "$(ssh-agent -s)"; ssh-add - <<< "$KEY"'],
    ['eval "$(brew shellenv)"'],
    ['eval "$(/home/linuxbrew/.linuxbrew/bin/brew shellenv)"'],
  ])("%s", (line) => {
    const run = `- run: |\n    ${line}`;
    expect(outcomes(job([], "- uses: actions/checkout@v4", run, install, start))).toEqual([
      "direct noProvider",
    ]);
  });

  test("a script of the repository that is sourced, or whose output is evaluated, may write one", () => {
    for (const line of [". ./scripts/env.sh", 'eval "$(./configure)"'])
      expect(
        outcomes(job([], "- uses: actions/checkout@v4", `- run: |\n    ${line}`, install, start)),
      ).toEqual(["undetermined undeterminedValue"]);
  });
});

test("the runner's `.bashrc` does nothing in a script, whatever is appended", () => {
  const written = writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/c");
  const append = "- run: echo 'export CODEX_HOME=/tmp/c' >> ~/.bashrc";
  const sourced = (file: string): string => start.replace("run: ", `run: |\n    source ${file}\n    `);
  expect(outcomes(job([], install, sourced("~/.bashrc")))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], install, written, append, sourced("~/.bashrc")))).toEqual(["direct noProvider"]);
  const over = append.replace(">>", ">");
  expect(outcomes(job([], install, written, over, sourced("~/.bashrc")))).toEqual([]);
  expect(outcomes(job([], install, sourced("~/.profile")))).toEqual(["undetermined undeterminedValue"]);
});
