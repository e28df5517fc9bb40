import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const awf = "sudo -E awf --enable-api-proxy --env-all";

function outcomesOf(start: string, ...steps: readonly string[]): readonly string[] {
  const text = `on: workflow_dispatch
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
${[...steps, `run: ${start}`].map((step) => `      - ${step}\n`).join("")}`;
  return diagnose(text, { outcomes: ["direct", "undetermined"] }).map(
    ({ outcome, kind }) => `${outcome} ${kind}`,
  );
}

const npm = "npm install -g @openai/codex@0.121.0";

describe("a program that an installer puts in place", () => {
  test.each([
    ["brew install --cask codex; which codex", "codex"],
    [`brew install codex; echo "C=$(which codex)" >> "$GITHUB_ENV"`, "$C"],
    ["brew install codex", "$(brew --prefix)/bin/codex"],
    [`${npm}; C="$(command -v codex)"; echo "C=$C" >> "$GITHUB_ENV"`, `"$C"`],
    [npm, `"$(type -P codex)"`],
    [npm, `"$(npm prefix -g)/bin/codex"`],
    ["mise use -g npm:@openai/codex@0.121.0", "mise x -- codex"],
    ["volta install @openai/codex@0.121.0", "volta run codex"],
  ])("starts: %s, %s", (install, codex) => {
    expect(outcomesOf(`${awf} -- ${codex} exec hi`, `run: ${install.replaceAll(": ", ":")}`)).toEqual([
      "direct noProvider",
    ]);
  });

  test("starts as the script of its package", () => {
    const script = "/usr/local/lib/node_modules/@openai/codex/bin/codex.js";
    expect(outcomesOf(`${npm}; ${awf} -- node ${script} exec hi`)).toEqual(["direct noProvider"]);
  });
});
