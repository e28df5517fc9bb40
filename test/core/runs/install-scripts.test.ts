import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const outcomesOf = (...steps: readonly string[]): readonly string[] => {
  const all = ["run: npm install -g @openai/codex@0.121.0", ...steps];
  const text = `on: workflow_dispatch
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
${[...all, "run: sudo -E awf --enable-api-proxy --env-all -- codex exec hi"].map((step) => `      - ${step}\n`).join("")}`;
  return diagnose(text, { outcomes: ["direct", "undetermined"] }).map(({ outcome }) => outcome);
};

const checkout = "uses: actions/checkout@v5";

describe("scripts that a package manager runs may write the configuration", () => {
  test.each([
    "npm ci",
    "npm install --no-audit",
    "npm i --prefix web",
    "npm install ./packages/tool",
    "yarn",
    "yarn install --frozen-lockfile",
    "pnpm i",
    "bun install",
    "pip install .",
    "pip3 install --user -e .[dev]",
    "uv sync",
    "uv pip install -e .",
    "cargo install --path .",
  ])("%s", (command) => {
    expect(outcomesOf(checkout, `run: ${command}`)).toEqual(["undetermined"]);
  });
});

describe("no script of the checkout runs", () => {
  test.each([
    "npm ci --ignore-scripts",
    "npm install -g pnpm",
    "npm install left-pad",
    "yarn --version",
    "yarn add left-pad",
    "pip install requests",
    "pip install -r requirements.txt",
    "cargo install ripgrep",
  ])("with %s", (command) => {
    expect(outcomesOf(checkout, `run: ${command}`)).toEqual(["direct"]);
  });

  test("without a checkout", () => {
    expect(outcomesOf("run: npm ci || true")).toEqual(["direct"]);
  });

  test("with a package.json of the job that has none", () => {
    expect(outcomesOf(`run: echo '{"dependencies":{}}' > package.json; npm install`)).toEqual(["direct"]);
    const scripts = `{"scripts":{"postinstall":"./x"}}`;
    expect(outcomesOf(`run: echo '${scripts}' > package.json; npm install`)).toEqual(["undetermined"]);
  });
});
