import type { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Judgement } from "../../packages/core/src/faults/judgement.js";
import { judgeWorkflow } from "../../packages/core/src/verdict/judge-workflow.js";
import { parseWorkflow } from "../../packages/core/src/workflow/index.js";
import { ownGateway } from "../support/arbitraries/codex-config.js";
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

/** Lock files, some of them damaged: fixes must also be correct in these. */
const texts = fc.oneof({ arbitrary: lockFiles, weight: 3 }, { arbitrary: damaged(lockFiles), weight: 1 });

/** The minimum share of files that must be fixed, so that the test is not vacuous. */
const fixedShare = 0.2;

describe("`eslint --fix`", () => {
  test("with all rules leaves valid files in which no run is worse", () => {
    checkFixedFiles(ghAw.configs.strict, (text, fixed) => {
      expectNothingLeft(fixed);
      expectSameNodes(text, fixed);
      expectSameLineEnds(text, fixed);
      expectNoRunWorse(text, fixed);
    });
  });

  test("with only `codex-websocket-401` removes no lines except wrong selections and addresses", () => {
    checkFixedFiles(only401, (text, fixed) => {
      // Lines that select another provider or name another address are the faults to remove.
      const values = /^\s*(model_provider|base_url|model_providers\..*) *=|"defaults"|codex exec/;
      expect(removedLines(text, fixed).filter((line) => !values.test(line))).toEqual([]);
    });
  });
});

/** Checks the files that a fix has changed. */
function checkFixedFiles(config: Linter.Config, check: (text: string, fixed: string) => void): void {
  let count = 0;
  const property = fc.property(texts, (text) => {
    const fixed = verifyAndFix(text, config);
    if (fixed === text) return;
    count++;
    check(text, fixed);
  });
  expectProperty(property);
  expect(count).toBeGreaterThan(cases * fixedShare);
}

/** Expects that the fixed file parses and has no more fixes. */
function expectNothingLeft(fixed: string): void {
  expect(parseWorkflow(fixed).problems).toEqual([]);
  expect(verify(fixed).filter(({ fix }) => fix)).toEqual([]);
}

/** Only scripts and the JSON of Codex's configuration have changed: no other node, comment or anchor. */
function expectSameNodes(text: string, fixed: string): void {
  const before = nodesOf(text);
  const after = nodesOf(fixed);
  expect(after.length).toBe(before.length);
  for (const [index, node] of before.entries()) {
    if (node !== after[index]) expect(node).toMatch(/codex|config\.toml|"defaults"/);
  }
}

function expectSameLineEnds(text: string, fixed: string): void {
  expect(fixed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
  if (!/(?<!\r)\n/.test(text)) expect(fixed).not.toMatch(/(?<!\r)\n/);
  if (!text.includes("\r")) expect(fixed).not.toContain("\r");
}

/**
 * Runs that worked still work. If every finding has a fix, all runs work, except that WebSockets may stay on at the proxy
 * because the file turns them on; Codex continues without them. A run that the file does not determine stays so, and one
 * that uses the user's own gateway is left alone.
 */
function expectNoRunWorse(text: string, fixed: string): void {
  const before = outcomesOf(text);
  const after = outcomesOf(fixed);
  expect(after.length).toBe(before.length);
  for (const [index, outcome] of before.entries()) if (isGood(outcome)) expect(after[index]).toBe(outcome);
  const messages = verify(text).filter(({ ruleId }) => ruleId !== "gh-aw/stale-compiler");
  if (!messages.every(({ fix }) => fix)) return;
  const stays = (outcome: string, index: number): boolean =>
    (outcome === "undetermined" || outcome === "ownGateway") && before[index] === outcome;
  const left = after.filter((outcome, index) => !isGood(outcome) && !stays(outcome, index));
  expect(left.filter((outcome) => outcome !== "websocket" || !/websockets\W+true/.test(text))).toEqual([]);
}

/** The outcome of each run of a file. */
function outcomesOf(text: string): readonly string[] {
  return judgeWorkflow(parseWorkflow(text), {}).map(({ verdict }) =>
    verdict.kind === "judged" ? outcomeOf(verdict.judgement) : verdict.kind,
  );
}

function outcomeOf({ outcome, reason }: Judgement): string {
  return reason.kind === "unusableBaseUrl" && reason.baseUrl === ownGateway ? "ownGateway" : outcome;
}

function isGood(outcome: string): boolean {
  return outcome === "proxied" || outcome === "noProxy";
}
