import { expect, test } from "vitest";
import { lockFile } from "../support/lock-file.js";
import { dump } from "./dump.js";

test("shows the result of each stage for a lock file", () => {
  const text = dump(lockFile({ detection: false }));
  expect(text.match(/^\S.*$/gm)).toEqual([
    "Text",
    "Outline",
    "Problem",
    "Steps",
    "Runs",
    "Explanation",
    "Faults",
  ]);
  expect(text).toMatch(/^ {2}job agent: lines \d+ to \d+$/m);
  expect(text).toMatch(/^ {2}line \d+: codex \[/m);
  expect(text).toMatch(/^ {2}line \d+: direct \w+ \{/m);
});

test.each(["", "\uFEFF", "a: [", "jobs:\n  a:\n    steps: x\n"])("shows no run for %j", (text) => {
  expect(dump(text)).toContain("Runs\n  none\n");
});
