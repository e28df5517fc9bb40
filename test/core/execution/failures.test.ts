import { findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

/** What config.toml may hold when Codex starts, by a step with these keys, behind the given ones. */
function configs(steps: string, keys: string): readonly (string | undefined)[] {
  const text = `on: push
env: { CODEX_HOME: /tmp/h }
jobs:
  agent:
    steps:
${steps}
      - ${keys}
        run: awf --env-all -- codex exec x
`;
  const runs = findCodexRuns(parseWorkflow(text));
  const contents = runs
    .flatMap(({ config }) => config)
    .map((content) =>
      content?.map((part) => (part.kind === "known" ? part.expanded.text.text : "?")).join(""),
    );
  return [...new Set(contents)];
}

const write = "mkdir -p /tmp/h; echo a > /tmp/h/config.toml";

describe("a command of which nobody knows whether it fails", () => {
  test("leaves what it leaves on both ways where Codex starts after a failure, too", () => {
    const steps = `      - run: |\n          test -e /nonexistent\n          ${write}`;
    expect(configs(steps, "if: always()").toSorted()).toEqual(["a\n", undefined]);
    expect(configs(steps, "name: x")).toEqual(["a\n"]);
    expect(configs(steps, "if: failure()")).toEqual([undefined]);
  });

  test("does so where its failure is tolerated", () => {
    const steps = `      - continue-on-error: true\n        run: |\n          grep -q x /etc/hosts\n          ${write}`;
    expect(configs(steps, "name: x").toSorted()).toEqual(["a\n", undefined]);
  });

  test("is taken to come through where it is an install", () => {
    const steps = `      - run: |\n          npm install -g @openai/codex@0.121.0\n          ${write}`;
    expect(configs(steps, "if: always()")).toEqual(["a\n"]);
  });
});
