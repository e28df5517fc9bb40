import {
  applyEdits,
  diagnose,
  misplacedKeys,
  parseWorkflow,
  staleCompiler,
  unpinnedInstalls,
  type DiagnoseOptions,
} from "@gh-aw-lint/core";
import type { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { damaged } from "../support/arbitraries/damage.js";
import { lockFiles } from "../support/arbitraries/lock-files.js";
import { verify, verifyAndFix } from "../support/linter.js";
import { expectProperty } from "../support/property.js";
import { processorTime } from "../support/processor-time.js";
import { labelledFiles } from "../support/shared.js";

const everything: DiagnoseOptions = {
  outcomes: ["direct", "undetermined", "websocket", "refused", "missingKey", "wrongAddress"],
};

/** The time limit for each file in milliseconds; an undamaged file takes a few. */
const timeLimit = 10_000;

describe("for a damaged lock file", () => {
  test("core returns a result in time, with all locations in the file", () => {
    expectProperty(fc.property(damaged(lockFiles), expectValidResult));
  });

  test("ESLint finishes in time, with all locations in the file", () => {
    expectProperty(fc.property(damaged(lockFiles), expectValidReports));
  });

  const files = labelledFiles().map(({ text }) => text);
  test.skipIf(files.length === 0)("the same holds for real lock files", () => {
    // Real lock files are a hundred times as long.
    const property = fc.property(damaged(fc.constantFrom(...files)), (text) => {
      expectValidResult(text);
      expectValidReports(text);
    });
    expectProperty(property, 0.05);
  });
});

function expectValidResult(text: string): void {
  const started = processorTime();
  const workflow = parseWorkflow(text);
  const notices = [
    ...diagnose(text, everything),
    ...misplacedKeys(workflow),
    ...unpinnedInstalls(workflow),
    ...[staleCompiler(workflow) ?? []].flat(),
  ];
  for (const { offset } of workflow.problems) expectInside(text, offset, offset);
  for (const { span, fix, suggestions } of notices) {
    expectInside(text, span.start, span.end);
    expect(text.slice(span.start, span.end)).not.toContain("\n");
    for (const edits of [fix ?? [], ...suggestions.map((suggestion) => suggestion.edits)]) {
      if (edits.length > 0) expect(parseWorkflow(applyEdits(text, edits)).problems).toEqual([]);
    }
  }
  expect(processorTime() - started).toBeLessThan(timeLimit);
}

function expectInside(text: string, start: number, end: number): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

function expectValidReports(text: string): void {
  const started = processorTime();
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const message of verify(text)) expectInsideLines(lines, message);
  verifyAndFix(text);
  expect(processorTime() - started).toBeLessThan(timeLimit);
}

function expectInsideLines(lines: readonly string[], message: Linter.LintMessage): void {
  const { line, column, endLine = line, endColumn = column } = message;
  for (const [number, place] of [[line, column] as const, [endLine, endColumn] as const]) {
    expect(number).toBeGreaterThanOrEqual(1);
    expect(number, message.message).toBeLessThanOrEqual(lines.length);
    expect(place).toBeGreaterThanOrEqual(1);
    expect(place, message.message).toBeLessThanOrEqual((lines[number - 1]?.length ?? 0) + 1);
  }
}
