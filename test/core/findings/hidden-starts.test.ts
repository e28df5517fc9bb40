import { lintRule } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, script, start, writes } from "../../support/job.js";
import { history, providerBlock } from "../../support/toml.js";

const checkout = "- uses: actions/checkout@v5";
const awf = (command: string, options = "--enable-api-proxy --env-all"): string =>
  `- run: awf ${options} --container-workdir "$GITHUB_WORKSPACE" -- ${command}`;

const reports = (text: string): readonly string[] =>
  lintRule("codex-undetermined", { text }).map(({ messageId, data }) => `${messageId}: ${data.cause ?? ""}`);
const reported = (program: string): readonly string[] => [`undeterminedProgram: ${program}`];

describe("a program of the repository that AWF runs in a job which installs Codex", () => {
  test.each([
    ["./scripts/agent.sh", "`./scripts/agent.sh`"],
    ["./scripts/agent.sh --fast", "`./scripts/agent.sh`"],
    ["timeout 10m ./agent", "`./agent`"],
    ["bash -c './agent.sh && echo done'", "`./agent.sh`"],
    ["bash -c ./agent.sh", "`./agent.sh`"],
    ["bash -c 'cat tasks | xargs -n 1 ./agent.sh'", "`xargs -n 1 ./agent.sh`"],
    ["bash scripts/agent.sh", "`bash scripts/agent.sh`"],
    ['"$GITHUB_WORKSPACE/agent.sh"', "`$GITHUB_WORKSPACE/agent.sh`"],
    ["bash ${{ github.workspace }}/agent.sh", "`bash $GITHUB_WORKSPACE/agent.sh`"],
    ["bash -eu scripts/agent.sh", "`bash -eu scripts/agent.sh`"],
    ["python3 agent.py", "`python3 agent.py`"],
    ["/usr/bin/python3 agent.py", "`/usr/bin/python3 agent.py`"],
    ["python3 -u -m agent --fast", "`python3 -u -m agent`"],
    ["uv run agent.py", "`uv run agent.py`"],
    ["uv run npx tsx agent.ts", "`uv run npx tsx agent.ts`"],
    ["uv run --with openai python -m agent", "`uv run --with openai python -m agent`"],
    ["poetry run agent", "`poetry run agent`"],
    ["node agent.mjs", "`node agent.mjs`"],
    ["node .", "`node .`"],
    ["npx --yes tsx agent.ts", "`npx --yes tsx agent.ts`"],
    ["pnpm exec tsx agent.ts", "`pnpm exec tsx agent.ts`"],
    ["deno run -A agent.ts", "`deno run -A agent.ts`"],
    ["deno task agent", "`deno task agent`"],
    ["go run ./cmd/agent --fast", "`go run ./cmd/agent`"],
    ["cargo run --bin agent", "`cargo run`"],
    ["make agent", "`make agent`"],
    ["make build agent", "`make build agent`"],
    ["npm run codex:check", "`npm run codex:check`"],
    ["./scripts/check-with-codex.sh", "`./scripts/check-with-codex.sh`"],
    ["./gradlew runAgent", "`./gradlew runAgent`"],
    ["make -C tools agent", "`make -C tools agent`"],
    ["npm run agent", "`npm run agent`"],
    ["npm start", "`npm start`"],
    ["pnpm run agent", "`pnpm run agent`"],
    ["yarn agent", "`yarn agent`"],
    ["$AGENT", "`${{ vars.AGENT }}`"],
    ['bash -c "$AGENT"', "`${{ vars.AGENT }}`"],
    ['bash "$AGENT"', "`bash ${{ vars.AGENT }}`"],
    ["./tasks/$AGENT.sh", "`./tasks/${{ vars.AGENT }}.sh`"],
    ["make $AGENT", "`make ${{ vars.AGENT }}`"],
    ["bash $'my\\nagent.sh'", "`bash my agent.sh`"],
    [`./${"long".repeat(50)}`, `\`./${"long".repeat(19)}lo...\``],
  ])("%s", (command, program) => {
    const text = job(["env: { AGENT: '${{ vars.AGENT }}' }"], checkout, install, awf(command));
    expect(reports(text)).toEqual(reported(program));
  });

  test.each([
    "npm test",
    "npm run lint",
    "npm run test:agent",
    "npm ci",
    "npm install",
    "make test",
    "make",
    "npm --version",
    "python3 -c 'print(1)'",
    "node --version",
    "curl https://example.com",
    "bash -c 'git status'",
    "/usr/bin/true",
    "/opt/node/bin/node --version",
    '"$HOME/.cargo/bin/cargo" test',
    '"$(command -v claude)" -p hi',
    "npx @anthropic-ai/claude-code -p hi",
    "npx eslint .",
    "./node_modules/.bin/eslint .",
    ".venv/bin/pytest",
    "python3 -m pytest",
    "python3 -m pip install agent",
    "uv run pytest",
    "uv run npx eslint .",
    "uv sync",
    "./install-codex.sh",
    "yarn install --immutable",
    "yarn lint",
    "pnpm -r build",
    "go run github.com/acme/tool@v1",
    "go test ./...",
    "./gradlew clean test",
    "./mvnw -B verify",
    "./scripts/test.sh",
    "bash scripts/run-tests.sh",
    "./tests/agent.sh",
    "bash -n agent.sh",
    "bash -c './build.sh'",
    "node --check agent.mjs",
    "deno test",
    "shellcheck agent.sh",
    "''",
    "/",
    "make ''",
    "npm run ''",
    "uv run ''",
    "python3 -m ''",
  ])("not %s, which hardly starts Codex", (command) => {
    expect(reports(job([], checkout, install, awf(command)))).toEqual([]);
  });

  test("is reported once for several programs", () => {
    const text = job([], checkout, install, awf("make prompt"), awf("./agent.sh"));
    expect(reports(text)).toEqual(reported("`make prompt` or `./agent.sh`"));
  });

  test("is reported without a name that the file does not have", () => {
    const names = '- { id: pick, run: "echo name=$(cat name) >> $GITHUB_OUTPUT" }';
    const text = job([], checkout, install, names, awf("${{ steps.pick.outputs.name }}"));
    expect(reports(text)).toEqual(reported("a program that this file does not name"));
  });

  test("is reported with the first of many programs", () => {
    const programs = Array.from({ length: 20 }, (_, index) => awf(`./agent-${String(index)}`));
    const text = job([], checkout, install, ...programs);
    expect(reports(text)).toEqual(reported("`./agent-0`, `./agent-1`, `./agent-2`, or another program"));
  });

  test("is reported with the line of the install, in each job", () => {
    const text = job([], checkout, install, awf("./agent.sh"));
    const other = text.slice(text.indexOf("  agent:")).replace("agent:", "other:");
    const [first, second, ...rest] = lintRule("codex-undetermined", { text: text + other });
    expect(rest).toEqual([]);
    expect(first?.message).toBe(
      "Job `agent` installs Codex (line 7), but the file does not determine whether `./agent.sh` starts it, nor with which configuration. In a step of this job, start `codex exec`, or write a config.toml with a provider for AWF's API proxy.",
    );
    expect(second?.message).toContain("Job `other` installs Codex (line 13)");
  });
});

describe("a program of the repository that may start Codex is reported", () => {
  test.each([
    ["in a job that sets `CODEX_HOME`", ["env: { CODEX_HOME: /tmp/codex }"], []],
    ["in a job that writes config.toml", [], [writes(`# codex\n${history}`)]],
    ["in a job that installs Codex by another name", [], ["- run: brew install codex"]],
  ] as const)("%s", (_, keys, steps) => {
    const text = job(keys, checkout, ...steps, awf("./agent.sh"));
    expect(reports(text)).toEqual(reported("`./agent.sh`"));
  });
});

describe("a program of the repository is not reported", () => {
  test.each([
    ["in a job that also starts Codex in AWF", [install, start, awf("./agent.sh")]],
    ["in a job that starts Codex without AWF", [install, "- run: codex exec hi", awf("./agent.sh")]],
    ["in a job that does not prepare Codex", ["- run: echo codex", awf("./agent.sh")]],
    ["without AWF's API proxy", [install, awf("./agent.sh", "--env-all --image-tag 0.20.0")]],
    ["where Codex would use AWF's API proxy", [install, writes(providerBlock), awf("./agent.sh")]],
    ["for a release that uses `OPENAI_BASE_URL`", [install.replace("0.121", "0.115"), awf("./agent.sh")]],
    ["where only another program may have set `CODEX_HOME`", [awf("claude -p codex"), awf("./agent.sh")]],
    [
      "where only an action may have set `CODEX_HOME`",
      ["- uses: acme/codex@v1", "- run: echo codex", awf("./agent.sh")],
    ],
    ["if a step has written it", [install, script("echo true > agent.sh"), awf("bash agent.sh")]],
  ])("%s", (_, steps) => {
    expect(reports(job([], checkout, ...steps))).toEqual([]);
  });

  test("by the rules of `recommended`", () => {
    const text = job([], checkout, install, awf("./agent.sh"));
    expect(lintRule("codex-websocket-401", { text })).toEqual([]);
  });
});
