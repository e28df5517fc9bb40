import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { asksForKey } from "../support/asks-for-key.js";
import { fix } from "../support/fix.js";
import { removedLines } from "../support/removed-lines.js";
import { labelledFiles } from "../support/shared.js";
import { nodesOf } from "../support/yaml-nodes.js";

const files = labelledFiles();

describe.skipIf(files.length === 0)("fixes of real lock files", () => {
  test.each(files)("$file: leave no findings, and a second run changes nothing", ({ text }) => {
    const fixed = fix(text);
    const left = diagnose(fixed).filter(({ fix, message }) => fix !== undefined || !asksForKey(message));
    expect(left).toEqual([]);
    expect(fix(fixed)).toBe(fixed);
  });

  test.each(files)("$file: only insert and move lines", ({ text }) => {
    expect(removedLines(text, fix(text))).toEqual([]);
  });

  test.each(files)("$file: change only scripts and the JSON of Codex's configuration", ({ text }) => {
    const before = nodesOf(text);
    const after = nodesOf(fix(text));
    expect(after.length).toBe(before.length);
    for (const [index, node] of before.entries()) {
      if (node !== after[index]) expect(node).toMatch(/model_providers|codex|config\.toml/);
    }
  });
});
