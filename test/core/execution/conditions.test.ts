import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("two steps that write the configuration under conditions", () => {
  const good = provider("http://172.30.0.30:10000");
  const two = (first: string, second: string, ...before: readonly string[]): readonly string[] =>
    outcomes(
      job(
        [],
        install,
        ...before,
        ...[first, second].map((text) => `${writes(good)}\n  if: ${text}`),
        start,
      ).replace("on: workflow_dispatch", "on: [push, workflow_dispatch]"),
    );

  test.each([
    ["github.event_name == 'push'", "github.event_name != 'push'"],
    ["${{ github.event_name == 'Push' }}", "${{ 'workflow_dispatch' == github.event_name }}"],
    ["vars.MODE == 'a'", "${{ !(vars.MODE == 'a') }}"],
    ["vars.MODE", "${{ !vars.MODE }}"],
    ["vars.MODE != ''", "${{ !vars.MODE }}"],
    ["startsWith(github.ref, 'refs/tags/')", "${{ !startsWith(github.ref, 'refs/tags/') }}"],
  ])("write it in any case: %s, %s", (first, second) => {
    expect(two(first, second)).toEqual([]);
  });

  test.each([
    ["vars.MODE == 'a' && vars.A", "${{ !(vars.MODE == 'a' && vars.A) }}"],
    ["vars.A || vars.B", "${{ !vars.A && !vars.B }}"],
    ["always() && vars.A", "${{ !(success() && vars.A) }}"],
  ])("write it in any case, by parts of conditions: %s, %s", (first, second) => {
    expect(two(first, second)).toEqual([]);
  });

  test.each([
    ["vars.MODE == 'a'", "vars.MODE == 'b'"],
    ["vars.A && vars.B", "${{ !vars.A && !vars.B }}"],
    ["vars.A && vars.B && vars.C && vars.D && vars.E", "${{ !vars.A }}"],
    ["vars.MODE == '1'", "vars.MODE != '1.0'"],
    ["github.event_name == 'push'", "github.ref != 'push'"],
  ])("may both be skipped: %s, %s", (first, second) => {
    expect(two(first, second)).toEqual(["undetermined undeterminedCondition"]);
  });

  test("may both be skipped if a variable changes in between", () => {
    const set = '- run: echo "MODE=$(curl https://example.com/$RANDOM)" >> "$GITHUB_ENV"';
    const text = job(
      [],
      install,
      set,
      `${writes(good)}\n  if: env.MODE == 'a'`,
      set,
      `${writes(good)}\n  if: env.MODE != 'a'`,
      start,
    );
    expect(outcomes(text)).toEqual(["undetermined undeterminedCondition"]);
  });
});

describe("a step that runs Codex under a condition", () => {
  const conditional = (config: string, run: string, keys: readonly string[] = []): readonly string[] =>
    outcomes(
      job(
        keys,
        install,
        `${writes(provider("http://172.30.0.30:10000"))}\n  if: ${config}`,
        `${start}\n  if: ${run}`,
      ),
    );

  test.each([
    ["vars.A", "vars.A && vars.B"],
    ["vars.A && vars.B", "vars.A && vars.B"],
    ["vars.A && vars.B", "vars.A && vars.B && vars.C"],
    ["vars.A || vars.B", "vars.B"],
    ["vars.A || vars.B", "vars.A || vars.B"],
    ["vars.MODE != 'a'", "vars.MODE == 'b' && vars.B"],
  ])("implies that of the configuration: %s, %s", (config, run) => {
    expect(conditional(config, run)).toEqual([]);
  });

  test.each([
    ["vars.A && vars.B", "vars.A"],
    ["vars.B", "vars.A || vars.B"],
  ])("does not imply that of the configuration: %s, %s", (config, run) => {
    expect(conditional(config, run)).toEqual(["undetermined undeterminedCondition"]);
  });

  test("is in a job that has the condition of the configuration", () => {
    expect(conditional("vars.A", "vars.C", ["if: vars.A && vars.B == 'b'"])).toEqual([]);
    expect(conditional("vars.B == 'b'", "vars.C", ["if: vars.A && vars.B == 'b'"])).toEqual([]);
    expect(conditional("vars.A", "vars.C", ["if: vars.A || vars.B"])).toEqual([
      "undetermined undeterminedCondition",
    ]);
  });
});

test("the system is Linux", () => {
  const written = writes(provider("http://172.30.0.30:10000")).replace("- run: |\n", "");
  const run = `- run: |\n    if [ "$(uname -s)" = Linux ]; then\n${written}\n    fi`;
  expect(outcomes(job([], install, run, start))).toEqual([]);
  expect(outcomes(job([], install, run.replace("Linux", "Darwin"), start))).toEqual(["direct noProvider"]);
});

test("AWF fails if its command is known to fail", () => {
  const ends = (command: string): string => `- run: sudo -E awf --enable-api-proxy -- ${command}`;
  expect(outcomes(job([], install, ends("bash -c 'exit 3'"), start))).toEqual([]);
  expect(outcomes(job([], install, ends("bash -c 'exit 0'"), start))).toEqual(["direct noProvider"]);
});
