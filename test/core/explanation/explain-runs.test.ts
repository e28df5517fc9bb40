import { diagnose, explainRuns } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { type Compiler, generations } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { labelledFiles } from "../../support/shared.js";
import { command } from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";

const files = labelledFiles();

describe.each(Object.keys(generations) as Compiler[])("a lock file of gh-aw %s", (compiler) => {
  const text = lockFile({ compiler });

  test("has explanations that agree with its findings", () => {
    const found = diagnose(text).map(({ outcome, data }) => `${data.job!} ${outcome}`);
    const explained = explainRuns(text)
      .filter(({ outcome: { kind } }) => kind !== "proxied" && kind !== "unguarded")
      .map(({ job, outcome }) => `${job} ${outcome.kind}`);
    expect(explained).toEqual(found);
  });
});

describe("a file without Codex runs in AWF", () => {
  test.each([
    ["nothing", ""],
    ["broken YAML", "jobs: [awf codex"],
    ["a file that is not a mapping", "- awf codex\n"],
    ["a file without jobs", "name: awf codex\n"],
    ["a Codex run outside of AWF", workflow({ jobs: { agent: [{ name: "awf", run: command.plain }] } })],
  ])("has no explanations: %s", (_, text) => {
    expect(explainRuns(text)).toEqual([]);
  });
});

describe.skipIf(files.length === 0)("real lock files", () => {
  test.each(files)("the explanations of $file agree with its labels", ({ text, jobs }) => {
    const runs = explainRuns(text);
    const broken = runs.filter(({ outcome: { kind } }) => kind === "direct" || kind === "undetermined");
    expect(broken.map(({ job }) => job)).toEqual(
      jobs.filter(({ verdict }) => verdict === "broken").map(({ job }) => job),
    );
    const spans = runs.flatMap(({ configs }) => configs.flatMap((lines) => lines ?? []));
    expect(spans.every(({ span }) => span.start <= span.end && span.end <= text.length)).toBe(true);
  });
});
