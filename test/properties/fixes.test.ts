import type { Linter } from "eslint";
import fc from "fast-check";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { judgeWorkflow } from "../../packages/core/src/findings/judge-workflow.js";
import { parseWorkflow } from "../../packages/core/src/workflow/index.js";
import { damaged } from "../support/arbitraries/damage.js";
import { lockFiles } from "../support/arbitraries/lock-files.js";
import { verify, verifyAndFix } from "../support/linter.js";
import { cases, expectProperty } from "../support/property.js";
import { removedLines } from "../support/removed-lines.js";
import { nodesOf } from "../support/yaml-nodes.js";

const only401: Linter.Config = {
  ...ghAw.configs.strict,
  rules: { "gh-aw/codex-websocket-401": "error" },
};

/** As they are, or damaged: a fix must be right there, too. */
const texts = fc.oneof({ arbitrary: lockFiles, weight: 3 }, { arbitrary: damaged(lockFiles), weight: 1 });

/** Of as many files, at least so many are mended; fewer would mean that the test shows nothing. */
const mendedShare = 0.2;

describe("`eslint --fix`", () => {
  test("with every rule mends without harm", () => {
    expectOfMended(ghAw.configs.strict, (text, mended) => {
      expectNothingLeft(mended);
      expectSameNodes(text, mended);
      expectSameLineEnds(text, mended);
      expectNoRunWorse(text, mended);
    });
  });

  test("with the rule `codex-websocket-401` inserts and moves, and takes nothing away", () => {
    expectOfMended(only401, (text, mended) => {
      // What selects another provider, or names another address, is what is wrong with it.
      const values = /^\s*(model_provider|base_url|model_providers\..*) *=|"defaults"|codex exec/;
      expect(removedLines(text, mended).filter((line) => !values.test(line))).toEqual([]);
    });
  });
});

/** Looks at files that a fix has changed. */
function expectOfMended(config: Linter.Config, check: (text: string, mended: string) => void): void {
  let count = 0;
  const property = fc.property(texts, (text) => {
    const mended = verifyAndFix(text, config);
    if (mended === text) return;
    count++;
    check(text, mended);
  });
  expectProperty(property);
  expect(count).toBeGreaterThan(cases * mendedShare);
}

/** It parses, and there is nothing more to fix. */
function expectNothingLeft(mended: string): void {
  expect(parseWorkflow(mended).problems).toEqual([]);
  expect(verify(mended).filter(({ fix }) => fix)).toEqual([]);
}

/** No node has changed but scripts and the JSON of Codex's configuration, and no comment and no anchor. */
function expectSameNodes(text: string, mended: string): void {
  const before = nodesOf(text);
  const after = nodesOf(mended);
  expect(after.length).toBe(before.length);
  for (const [index, node] of before.entries()) {
    if (node !== after[index]) expect(node).toMatch(/codex|config\.toml|"defaults"/);
  }
}

function expectSameLineEnds(text: string, mended: string): void {
  expect(mended.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
  if (!/(?<!\r)\n/.test(text)) expect(mended).not.toMatch(/(?<!\r)\n/);
  if (!text.includes("\r")) expect(mended).not.toContain("\r");
}

/**
 * A run that does well still does; where every finding has a fix, all do, save for WebSockets at the proxy, which
 * are on because the file says so, and without which Codex goes on.
 */
function expectNoRunWorse(text: string, mended: string): void {
  const before = outcomesOf(text);
  const after = outcomesOf(mended);
  expect(after.length).toBe(before.length);
  for (const [index, outcome] of before.entries()) if (isGood(outcome)) expect(after[index]).toBe(outcome);
  const messages = verify(text).filter(({ ruleId }) => ruleId !== "gh-aw/stale-compiler");
  if (!messages.every(({ fix }) => fix)) return;
  const left = after.filter((outcome) => !isGood(outcome));
  expect(left.filter((outcome) => outcome !== "websocket" || !/websockets\W+true/.test(text))).toEqual([]);
}

/** What each run of a file does. */
function outcomesOf(text: string): readonly string[] {
  return judgeWorkflow(parseWorkflow(text), {}).map(({ verdict }) =>
    verdict.kind === "judged" ? verdict.judgement.outcome : verdict.kind,
  );
}

function isGood(outcome: string): boolean {
  return outcome === "proxied" || outcome === "noProxy";
}
