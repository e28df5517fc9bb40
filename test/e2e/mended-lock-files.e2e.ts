import { afterAll, describe, expect, test } from "vitest";
import { examineFile, type ExaminedRun } from "./examine.js";
import { problemsOf } from "./judgement.js";
import { reportedFiles } from "./lock-files.js";
import { whatIsMissing } from "./prerequisites.js";
import { formatRuns } from "./table.js";

const missing = whatIsMissing();
if (missing !== undefined) console.warn(`Skipped: this needs ${missing}.`);

describe.skipIf(missing !== undefined)("the real Codex", () => {
  const examined: ExaminedRun[] = [];

  const files = reportedFiles().map((file) => [file.file, file] as const);
  test.each(files)("goes through the API proxy where %s was mended", async (_, file) => {
    const runs = await examineFile(file);
    examined.push(...runs);
    expect(runs.flatMap(problemsOf)).toEqual([]);
  });

  afterAll(() => {
    console.log(`\n${formatRuns(examined)}\n`);
  });
});
