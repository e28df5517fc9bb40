import { diagnose, findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { afterAll, describe, expect, test } from "vitest";
import { labelledFiles } from "../support/shared.js";

const files = labelledFiles();
let met = 0;

describe.skipIf(files.length === 0)("real lock files", () => {
  test.each(files)("$file: each Codex run is judged as labelled", ({ text, jobs }) => {
    const runs = findCodexRuns(parseWorkflow(text)).filter((run) => run.apiProxy.on);
    expect(runs.map((run) => run.job.id)).toEqual(jobs.map(({ job }) => job));
    const reported = diagnose(text).map(({ data }) => data.job);
    expect(reported).toEqual(jobs.filter(({ verdict }) => verdict === "broken").map(({ job }) => job));
    met++;
  });

  afterAll(() => {
    console.log(`${String(met)} of ${String(files.length)} files judged as labelled`);
  });
});
