import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

const checkout = "- uses: actions/checkout@v5";

/** The outcomes of a run that starts after these steps. */
function outcomesAfter(...steps: readonly string[]): readonly string[] {
  return outcomes(job([], install, ...steps, start));
}

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
    expect(outcomesAfter(checkout, `- run: ${command}`)).toEqual([expect.stringMatching("^undetermined ")]);
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
    expect(outcomesAfter(checkout, `- run: ${command}`)).toEqual(["direct noProvider"]);
  });

  test("without a checkout", () => {
    expect(outcomesAfter("- run: npm ci || true")).toEqual(["direct noProvider"]);
  });

  test("with a package.json of the job that has none", () => {
    expect(outcomesAfter(`- run: echo '{"dependencies":{}}' > package.json; npm install`)).toEqual([
      "direct noProvider",
    ]);
    const scripts = `{"scripts":{"postinstall":"./x"}}`;
    expect(outcomesAfter(`- run: echo '${scripts}' > package.json; npm install`)).toEqual([
      expect.stringMatching("^undetermined "),
    ]);
  });
});
