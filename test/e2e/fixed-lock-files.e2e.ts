import { afterAll, describe, expect, test } from "vitest";
import { examineFile, type ExaminedRun } from "./examine.js";
import { problemsOf } from "./judgement.js";
import { reportedFiles } from "./lock-files.js";
import { whyCodexIsImpossible } from "../oracle/codex/prerequisites.js";
import { closeSandboxes } from "../oracle/run-workflow/index.js";
import { closeRealCodex } from "./real-codex.js";
import { formatRuns } from "./table.js";

// Without the real Codex, these tests fail instead of passing.
const impossible = whyCodexIsImpossible();
if (impossible !== undefined) throw new Error(impossible);

describe("the real Codex", () => {
  const examined: ExaminedRun[] = [];

  const files = reportedFiles().map((file) => [file.file, file] as const);
  // Codex mostly waits before it tries again.
  test.concurrent.each(files)("goes through the API proxy in the fixed runs of %s", async (_, file) => {
    const runs = await examineFile(file);
    examined.push(...runs);
    expect(runs.flatMap(problemsOf)).toEqual([]);
  });

  afterAll(async () => {
    await Promise.all([closeSandboxes(), closeRealCodex()]);
    console.log(`\n${formatRuns(examined.toSorted((one, other) => (one.file < other.file ? -1 : 1)))}\n`);
  });
});
